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

  /// Whether the first byte is one of a text that may have to be guarded; most texts are cleared
  /// by it.
  static func isSuspect(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), apostrophe,
      0x09, 0x0A, 0x0D, 0xEF:
      true
    default: false
    }
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

  /// Digits with the signs people put in and between amounts and telephone numbers.
  private static func isNumberShaped(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var hasDigit = false
    for scalar in scalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case " ", "\u{A0}", "\u{202F}", "(", ")", "-", ".", ",", "/", ";", "+": break
      default: return false
      }
    }
    return hasDigit
  }
}
