internal import ArgumentParser
internal import BluesCore

/// The day as of which a page is shown.
struct PastOptions: ParsableArguments {
  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?
}
