internal import ArgumentParser
internal import BluesCore

struct EstimateCommand: ParsableCommand {
  static let configuration = CostEstimate.register.commands(
    abstract: "What partners expect to spend in months without costs yet, from EST1 on.",
    examples: "blues partner cost estimate add EST1 NP --category D.1 --month 2020-11 --amount 500",
    "blues partner cost estimate import estimates.csv", "blues report budget --by partner",
    importing: Import.self)

  struct Import: ChangingCommand, FilledCommand {
    static var filled: [String] { CostEstimate.register.list.fields.map(\.name) }

    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import estimates from a list.",
      discussion: examples(
        "blues partner cost estimate import estimates.csv",
        "blues partner cost estimate import estimates.xlsx --decimal comma --dry-run",
        note: "A list has a row for each estimate, or a row for each partner and category and a "
          + "column for each month: 2021-03, 03/2021, Mar 2021."))

    @OptionGroup var list: ImportOptions
    @OptionGroup var amounts: AmountOptions
    @Option(help: "What to do with fields that were changed here since: keep or replace.")
    var edits = EditedFields.keep
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws {
      try RecordImporting.run(
        { .estimates(try $0.project.overview().project) }, list, edits: edits, others: .leftOut,
        amounts: amounts, by: self)
    }
  }
}

extension CostEstimate: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where partner=NP --where month=2020-11"],
      add: ["EST1 NP --category D.1 --month 2020-11 --amount 500.00"],
      set: ["EST1 --amount 450.00"], shows: "Show one estimate.")
  }
}
