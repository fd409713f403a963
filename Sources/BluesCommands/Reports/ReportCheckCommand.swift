internal import ArgumentParser
internal import BluesCore

/// Lists everything that the report of a period lacks.
struct ReportCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List everything that is missing before a report can be handed in.",
    discussion: examples(
      "blues report check RP1", "blues report check RP1 --json",
      note: """
        What blues report period check asks, and texts, explanations, activities, publicity, \
        evidence and what financial officers usually ask, each with the command that adds it. It \
        ends with exit 6 while something is missing.
        """))

  @Argument(help: "The period, such as RP1.")
  var period: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(for: output)
    let (document, isComplete) = try store.reportCheck.document(in: period)
    try output.show(page: document)
    if !isComplete { throw ExitCode(6) }
  }
}
