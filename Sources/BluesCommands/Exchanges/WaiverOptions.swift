internal import ArgumentParser
internal import BluesCore

/// What the Agency waived for one exchange.
struct WaiverOptions: ParsableArguments {
  /// The names that its options had first, or have in other commands.
  static let renamed = ["--override": "--waive", "--reason": "--because"]

  @Option(
    name: .customLong("waive"), parsing: .singleValue,
    help: "A rule that the Agency waived for this exchange; may be repeated.")
  var waived: [String] = []

  @Option(help: "The Agency's reason, with --waive.")
  var because: String?

  var word: WaiverRequest { WaiverRequest(rules: waived, reason: because ?? "") }

  func validate() throws {
    if waived.isEmpty, because != nil {
      throw ValidationError("--because belongs to --waive RULE.")
    }
  }
}
