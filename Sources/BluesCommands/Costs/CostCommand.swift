internal import ArgumentParser
internal import BluesCore
internal import Documents

struct CostCommand: ParsableCommand {
  static let configuration = CostLine.register.commands(
    abstract: "The costs of the partners, a line for each receipt, from K1 on.",
    examples: "blues partner cost import costs.csv",
    "blues partner cost list --where check=no-evidence", "blues partner cost check",
    besides: [
      EstimateCommand.self, Check.self, EvidenceCommand.self, CostPackCommand.self,
      CostSampleCommand.self, Journal.self,
    ], importing: Import.self, exporting: Export.self)

  struct Import: ChangingCommand, FilledCommand {
    static var filled: [String] { CostLine.register.list.fields.map(\.name) }

    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import costs from a list.",
      discussion: examples(
        "blues partner cost import costs.csv",
        "blues partner cost import costs.xlsx --set partner=NP --set currency=CZK",
        "blues partner cost import costs.csv --decimal comma --repeats keep",
        note:
          "A row without a code is found by its id, else by partner, supplier, invoice, day and "
          + "amount. What the checks find is a warning."))

    @OptionGroup var list: ImportOptions
    @OptionGroup var amounts: AmountOptions
    @Option(help: "What to do with fields that were changed here since: keep or replace.")
    var edits = EditedFields.keep
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }
    var isDeclared: Bool { true }

    func run() throws {
      var list = list
      if list.mapped.unmapped == .keep { list.mapped.unmapped = .ignore }
      try RecordImporting.run(
        { _ in .costs }, list, edits: edits, amounts: amounts, by: self)
    }
  }

  struct Check: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "List the costs that do not pass a check, and what mends them.",
      discussion: examples(
        "blues partner cost check", "blues partner cost check --where rule=no-evidence",
        note: "The checks: \(CostRule.allCases.map(\.rawValue).joined(separator: ", "))."))

    static var columns: [Column] { CostFinding.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      try list.show(
        Table(
          noun: "findings", emptySentence: "Every cost passes the checks.",
          fields: CostFinding.fields, rows: try store.costs.findings()), of: store,
        schema: "blues.costcheck/1", title: "Checks of costs")
    }
  }
}

extension CostLine: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where partner=NP --where category=D.1", "--where check=no-evidence"],
      add: [
        "K1 NP --category D.1 --wp WP5 --on 2020-05-14 --description \"Train to Dresden\" "
          + "--amount 12345.60 --vat 2592.58 --currency CZK"
      ],
      set: ["K1 --evidence receipts/K1.pdf --charged-in RP2"],
      shows: "Show one cost with the checks that it does not pass.")
  }
}
