internal import Basics

/// What the parser says of an unknown option, where it may offer one that has nothing in common.
enum NearOption {
  /// The message without an offer that is not near.
  static func message(_ text: String) -> String {
    guard let found = text.firstMatch(of: /Unknown option '--([^']*)'\. Did you mean '--([^']*)'\?/)
    else { return text }
    let (typed, offered) = (String(found.1), String(found.2))
    guard EditDistance.nearest(to: typed, in: [offered]).isEmpty else { return text }
    return text.replacing(found.output.0, with: "Unknown option '--\(typed)'.")
  }
}
