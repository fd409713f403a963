internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Draws lines of a statement for an internal check.
struct CostSampleCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draw lines of a statement for an internal check.",
    discussion: examples(
      "blues partner cost sample --partner NP --period RP1 --seed 7 --count 5",
      "blues partner cost sample --partner NP --period RP1 --seed 7 --count 5 --by-amount",
      note: """
        The same seed draws the same lines. By amount every euro has the same chance: a large \
        line that is hit twice is drawn once, and credit notes are not drawn.
        """))

  static var columns: [Column] { CostSample.Drawn.fields.map(\.column) }

  @Option(help: "The partner, such as NP.")
  var partner: String
  @Option(help: "The reporting period, such as RP1.")
  var period: String
  @Option(help: "Any whole number; note it, to draw the same lines again.")
  var seed: Int
  @Option(help: "How many lines.")
  var count: Int
  @Flag(name: .customLong("by-amount"), help: "Draw by amount: every euro has the same chance.")
  var isByAmount = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count takes a number from 1 up.") }
  }

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let (sample, statement) = try store.evidence.sample(of: partner, in: period, seed: seed)
    try list.show(
      Table(
        noun: "lines", fields: CostSample.Drawn.fields,
        rows: isByAmount ? sample.byAmount(count) : sample.lines(count)), of: store,
      schema: "blues.cost-sample/1",
      title: "Sample of \(statement.partner), \(statement.period), seed \(seed)")
  }
}
