internal import ArgumentParser

/// A help text as it is printed: wrapped to the terminal, but for what is to be typed.
///
/// The parser wraps every line alike, which leaves an example in two lines that the shell takes for
/// two commands.
enum HelpText {
  /// The line above the examples of a command.
  static let heading = "Examples:"

  /// The help that was asked for, or another message of the parser that ends well.
  static func of(_ error: any Error) -> String {
    withWholeExamples(
      Blues.fullMessage(for: error), unwrapped: Blues.fullMessage(for: error, columns: 100_000))
  }

  /// A wrapped text whose examples are those of the same text before it was wrapped.
  static func withWholeExamples(_ wrapped: String, unwrapped: String) -> String {
    guard let place = examples(in: wrapped), let whole = examples(in: unwrapped) else {
      return wrapped
    }
    var lines = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
    let all = unwrapped.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(place, with: all[whole])
    return lines.joined(separator: "\n")
  }

  /// The numbers of the lines of the examples, which end at a blank line.
  private static func examples(in text: String) -> Range<Int>? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0 == heading }) else { return nil }
    let end = lines[first...].firstIndex { $0.isEmpty } ?? lines.endIndex
    return first..<end
  }
}
