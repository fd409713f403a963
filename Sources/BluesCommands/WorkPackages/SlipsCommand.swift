internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Tells what would slip if a part of the plan ended later, without changing anything.
struct SlipsCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "slips",
    abstract: "Tell what slips if a task, deliverable or milestone is over later.",
    discussion: examples(
      "blues workpackage slips T1.1 --to M9", "blues wp slips D1.1 --to 2020-09-30",
      note: """
        Tasks move behind those that they begin after (task set --after). What is due in the same \
        work package behind it waits as well. Nothing is changed.
        """))

  static var columns: [Column] { PlanSlip.fields.map(\.column) }

  @Argument(help: ArgumentHelp("The code, such as T1.1, D1.1 or MS1.", valueName: "code"))
  var anyCode: String
  @Option(help: "The project month or date at which it is over.", transform: Read.due)
  var to: DueExpression
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let due = try to.resolve(in: store.project.dates())
    let slips = try PlanSlips.of(anyCode, to: due, in: store)
    let table = Table(
      noun: "slips", emptySentence: "Nothing slips if \(anyCode) is over in \(due.text).",
      fields: PlanSlip.fields, rows: slips)
    try list.show(
      table, of: store, schema: "blues.slips/1", title: "If \(anyCode) is over in \(due.text)")
  }
}
