internal import ArgumentParser
internal import BluesCore
internal import Documents

/// What the Agency accepted of the costs of partners, as a list.
struct AcceptedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accepted",
    abstract: "The costs that the Agency accepted, by partner and category.",
    discussion: examples(
      "blues report period accepted import answer.csv", "blues report period accepted list",
      note: "What has no figure is accepted as declared. blues report period accept comes first."),
    subcommands: [List.self, Import.self, Export.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the figures of the Agency beside what was declared.",
      discussion: examples(
        "blues report period accepted list",
        "blues report period accepted list --partner NP --period RP1"))

    static var columns: [Column] { ListedAcceptance.fields.map(\.column) }

    @OptionGroup var narrow: SaidOptions<Narrowing<List>>
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "accepted", emptySentence: "Nothing is accepted otherwise than declared.",
        fields: ListedAcceptance.fields, rows: try store.statements.listedAcceptances())
      try list.show(
        narrow.narrowed(table, in: store), of: store, schema: "blues.accepted/1",
        title: "Accepted costs")
    }
  }

  struct Import: ChangingCommand, FilledCommand {
    static let filled = ["partner", "period", "category", "accepted", "total"]

    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import the accepted costs from a list.",
      discussion: examples(
        "blues report period accepted import answer.csv",
        "blues report period accepted import answer.xlsx --set period=RP1 --dry-run",
        note: "A list has a row for each partner, period and category, or a row for each partner "
          + "and period and a column for each category. What is in no row stays as it is."))

    @OptionGroup var list: ImportOptions
    @OptionGroup var amounts: AmountOptions
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws {
      try RecordImporting.run(
        { .accepted(try $0.statements.declaredCosts()) }, list, others: .leftOut, amounts: amounts,
        by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Export the accepted costs as a list that imports again.",
      discussion: examples(
        "blues report period accepted export -o accepted.csv",
        "blues report period accepted export --template xlsx -o answer.xlsx"))

    @Option(help: "An empty workbook for others to fill in: xlsx.")
    var template: TemplateForm?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.refuseOther(than: template) }

    func run() throws {
      var output = output
      if template != nil { output.format = .xlsx }
      let store = try store.toRead(for: output)
      guard template == nil else { return try output.show(form(store)) }
      try RecordExporting.show(
        store.statements.listedAcceptances(), ListedAcceptance.fields, "accepted",
        "blues.accepted/1", output)
    }

    private func form(_ store: Store) throws -> FormWorkbook {
      let periods = try store.periods.standings().filter { $0.state == .accepted }
      return FormWorkbook(
        sheet: "Accepted costs",
        columns: [
          .init(
            title: "Partner", isNeeded: true, rule: "The partner.",
            values: try store.partners.all().map(\.code.description)),
          .init(
            title: "Period", isNeeded: true, rule: "The accepted period, such as RP1.",
            values: periods.map(\.period.name)),
          .init(
            title: "Category", isNeeded: true, rule: "The category of costs, such as D.1.",
            values: try store.costCategories().codes),
          .init(
            title: "Accepted", isNeeded: true, rule: "What the Agency accepted, in EUR.",
            values: []),
        ],
        rules: [
          "Fill in the sheet Accepted costs, one row for each figure; leave its headings as they are."
        ] + FormWorkbook.filling)
    }
  }
}
