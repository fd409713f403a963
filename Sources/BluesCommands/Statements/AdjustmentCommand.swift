internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Says why a line is declared later than it was incurred.
struct AdjustmentCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust", abstract: "Say why a line is declared later than it was incurred.",
    discussion: examples(
      "blues partner statement adjust NP K12 --period RP2 --because \"The invoice came late\"",
      note: "report financial lists the adjustments of a statement with their kinds and reasons."))

  @Argument(help: "The partner, such as NP.")
  var partner: String
  @Argument(help: "The line, such as K12, or person and month.")
  var line: String
  @Option(help: "The reporting period that declares it, such as RP2.")
  var period: String
  @Option(help: "Why it is declared later.")
  var because: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let adjustments = try store.statements.explain(
        line, of: partner, in: period, because: because)
      return Answer(
        "\(line) is an adjustment: \(because)",
        Document(
          schema: "blues.adjustments/1",
          blocks: [
            .table(
              Table(noun: "adjustments", fields: Adjustment.fields, rows: adjustments))
          ]))
    }
  }
}
