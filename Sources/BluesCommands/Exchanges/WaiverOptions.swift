internal import ArgumentParser
internal import BluesCore

/// What the Agency waived for one exchange.
struct WaiverOptions: ParsableArguments {
  @Option(
    name: .customLong("waive"), parsing: .singleValue,
    help: "A rule that the Agency waived for this exchange; may be repeated.")
  var waived: [String] = []

  /// The name that the option had first; scripts use it.
  @Option(
    name: .customLong("override"), parsing: .singleValue,
    help: ArgumentHelp("An older name of --waive.", visibility: .hidden))
  var overridden: [String] = []

  @Option(help: "The Agency's reason, with --waive.")
  var reason: String?

  var word: WaiverRequest { WaiverRequest(rules: waived + overridden, reason: reason ?? "") }

  func validate() throws {
    if waived.isEmpty, overridden.isEmpty, reason != nil {
      throw ValidationError("--reason belongs to --waive RULE.")
    }
  }
}
