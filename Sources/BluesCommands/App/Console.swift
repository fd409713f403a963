internal import Basics
internal import Documents
internal import Glibc

/// What is said to the person rather than handed to the next program: all of it on stderr.
enum Console {
  static func problem(_ message: String, hint: String?) {
    say(wrapped("blues: \(message)"))
    guard let hint, !hint.isEmpty else { return }
    say("hint: \(hint)")
  }

  /// Broken between words on a terminal; a hint is not, since it is copied.
  private static func wrapped(_ text: String) -> String {
    guard let width = Environment.width(of: CrashGuard.messages) else { return text }
    return Wrapping.lines(text, width: width).joined(separator: "\n")
  }

  /// Prints lines with every control character made visible.
  static func say(_ text: String) {
    let visible = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.line(withOneStop(String($0))) }
      .joined(separator: "\n")
    var bytes = Array("\(visible)\n".utf8)
    bytes.withUnsafeMutableBytes { _ = write(CrashGuard.messages, $0.baseAddress, $0.count) }
  }
}
