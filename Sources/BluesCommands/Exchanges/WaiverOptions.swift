internal import ArgumentParser
internal import BluesCore

/// What the Agency set aside for one exchange.
struct WaiverOptions: ParsableArguments {
  @Option(
    name: .customLong("override"), parsing: .singleValue,
    help: "A rule that the Agency set aside for this exchange; may be repeated.")
  var rules: [String] = []

  @Option(help: "What the Agency said, with --override.")
  var reason: String?

  var word: WaiverRequest { WaiverRequest(rules: rules, reason: reason ?? "") }

  func validate() throws {
    if rules.isEmpty, reason != nil {
      throw ValidationError("--reason belongs to --override RULE.")
    }
  }
}
