internal import ArgumentParser
internal import BluesCore

struct BudgetCommand: ParsableCommand {
  static let configuration = BudgetLine.register.commands(
    abstract: "The budget by partner, category of costs and work package, from B1 on.",
    examples: "blues partner budget list --in-force",
    "blues partner budget import budget.csv", "blues report budget --by partner",
    importing: Import.self)

  struct Import: ChangingCommand, FilledCommand {
    static var filled: [String] { BudgetLine.register.list.fields.map(\.name) }

    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import the budget, or its next version, from a list.",
      discussion: examples(
        "blues partner budget import budget.csv",
        "blues partner budget import amended.csv --amendment 1",
        note: "A list has a row for each line, or a row for each partner and a column for each "
          + "category. A version has all lines of the budget, also those that stay."))

    @OptionGroup var list: ImportOptions
    @Option(help: "The version: 0 is the budget as signed (the default), 1 the first amendment.")
    var amendment: Int?
    @OptionGroup var amounts: AmountOptions
    @Option(help: "What to do with fields that were changed here since: keep or replace.")
    var edits = EditedFields.keep
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func validate() throws {
      if let amendment, !(0...9999).contains(amendment) {
        throw ValidationError("--amendment takes a number from 0 up.")
      }
    }

    func run() throws {
      var list = list
      if list.mapped.unmapped == .keep { list.mapped.unmapped = .ignore }
      if let amendment {
        list.mapped.defaults.append(.init(field: "amendment", value: "\(amendment)"))
      }
      try RecordImporting.run(
        { .budget(try $0.costCategories()) }, list, edits: edits, amounts: amounts, by: self)
    }
  }
}

extension BudgetLine: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--in-force", "--where partner=NP"],
      add: ["B1 NP --category D.1 --wp WP3 --amount 12000.00"],
      set: ["B1 --amount 11000.00"], shows: "Show one budget line.")
  }
}
