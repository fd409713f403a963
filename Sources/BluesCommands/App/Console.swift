internal import Basics
internal import Documents
internal import Glibc

/// What is said to the person rather than handed to the next program: all of it on stderr.
enum Console {
  static func problem(_ message: String, hint: String?) {
    say(wrapped("blues: \(message)"))
    guard let hint, !hint.isEmpty else { return }
    write("hint: \(hint)")
  }

  /// Broken between words on a terminal; a hint is not, since it is copied.
  private static func wrapped(_ text: String) -> String {
    guard let width = Environment.width(of: CrashGuard.messages) else { return text }
    return Wrapping.lines(text, width: width).joined(separator: "\n")
  }

  /// Prints a sentence in which nothing is to be copied, broken between words on a terminal.
  static func tell(_ text: String) { write(wrapped(withOneStop(text))) }

  /// Prints sentences, one to a line.
  static func say(_ text: String) {
    write(lines(of: text).map(withOneStop).joined(separator: "\n"))
  }

  /// Tells what was cleared of a command that was killed.
  static func removed(_ name: String) {
    say("blues: removed \(name), left by an interrupted command")
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Prints lines with every control character made visible.
  private static func write(_ text: String) {
    let visible = lines(of: text).map(VisibleText.line).joined(separator: "\n")
    var bytes = Array("\(visible)\n".utf8)
    bytes.withUnsafeMutableBytes { _ = Glibc.write(CrashGuard.messages, $0.baseAddress, $0.count) }
  }
}
