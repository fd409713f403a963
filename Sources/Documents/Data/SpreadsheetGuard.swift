/// Keeps a spreadsheet from running text as a formula (CWE-1236), and takes the guard off again.
package enum SpreadsheetGuard {
  /// The text with an apostrophe before it where a spreadsheet would run it.
  ///
  /// Text that already looks guarded gets one apostrophe more, so that `unguarded` is exact.
  package static func guarded(_ text: String) -> String {
    isDangerous(behindApostrophes(text)) ? "'" + text : text
  }

  /// The text that `guarded` was given.
  package static func unguarded(_ text: String) -> String {
    guard text.utf8.first == apostrophe, isDangerous(behindApostrophes(text)) else { return text }
    return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func behindApostrophes(_ text: String) -> Substring.UnicodeScalarView {
    text.unicodeScalars.drop { $0 == "'" }
  }

  private static func isDangerous(_ scalars: Substring.UnicodeScalarView) -> Bool {
    switch scalars.first {
    case "=", "@", "＝", "＠", "\t", "\r", "\n": true
    case "+", "-", "＋", "－": !isNumberShaped(scalars.dropFirst())
    default: false
    }
  }

  /// Digits with the signs people put between them in amounts and telephone numbers.
  private static func isNumberShaped(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var hasDigit = false
    for scalar in scalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case " ", "\u{A0}", "\u{202F}", "(", ")", "-", ".", ",", "/": break
      default: return false
      }
    }
    return hasDigit
  }
}
