internal import ArgumentParser
internal import BluesCore
internal import Documents

extension OrganisationCommand {
  struct Import: ChangingCommand, FilledCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import organisations from a list.",
      discussion: examples(
        "blues partner organisation import organisations.csv",
        "blues partner organisation import members.xlsx --set country=ES --set cluster=ZINNAE",
        "blues partner organisation import register.csv --unmapped ignore --dry-run",
        note: """
          Fields: \(RecordList.organisations.fields.map(\.name).joined(separator: ", ")). Headings \
          are known in six languages. A row changes the organisation of its blues_id, which an \
          export writes; else the one with its VAT number or PIC and, but for spelling, its name; \
          else the one with its name and country. Otherwise it adds one. A row that could be two \
          organisations is rejected. Blank cells leave what is known.
          """))

    static var filled: [String] { RecordList.organisations.fields.map(\.name) }

    @OptionGroup var list: ImportOptions
    @OptionGroup var numbers: DecimalOptions
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws {
      try RecordImporting.run(.organisations, list, decimal: numbers.decimal, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the organisations as a list that imports again.",
      discussion: examples("blues partner organisation export -o organisations.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead(for: output).organisations.all()
      try RecordExporting.show(
        rows, Organisation.exported, "organisations", "blues.organisation/1", output)
    }
  }
}
