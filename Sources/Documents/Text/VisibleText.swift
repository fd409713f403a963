internal import Basics

/// Text without the characters that steer a terminal or turn the reading order.
package enum VisibleText {
  /// One line: control characters as pictures, line ends as "⏎", bidi controls as "<U+202E>",
  /// bytes of file names that are no UTF-8 as "\xE9".
  package static func line(_ text: String) -> String {
    guard needsWork(text) else { return text }
    var result = ""
    var follows: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        // CR LF is one line end and gets one sign.
        if follows == "\r" { result.unicodeScalars.removeLast() }
        result += "⏎"
      } else {
        result += sign(for: scalar) ?? String(Character(scalar))
      }
      follows = scalar
    }
    return result
  }

  /// Delimited rows on a terminal: line ends and tabs stay, all else that steers becomes visible.
  package static func rows(_ text: String) -> String {
    guard needsWork(text) else { return text }
    var result = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      let isKept = ["\n", "\t"].contains(scalar) || (scalar == "\r" && scalars.first == "\n")
      result += isKept ? String(Character(scalar)) : sign(for: scalar) ?? String(Character(scalar))
    }
    return result
  }

  /// The lines of a text, each made visible; CR LF, LF and CR end a line.
  package static func lines(_ text: String) -> [String] {
    guard needsWork(text) else { return [text] }
    var lines = [""]
    var follows: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && follows == "\r") { lines.append("") }
      } else {
        lines[lines.count - 1] += sign(for: scalar) ?? String(Character(scalar))
      }
      follows = scalar
    }
    return lines
  }

  /// The visible form of a control character; nil for one that is fine as it is.
  private static func sign(for scalar: Unicode.Scalar) -> String? {
    if FileName.isEscape(scalar) { return FileName.hex(scalar) }
    guard scalar.isControl else { return nil }
    if scalar.value == 0x7F { return "␡" }
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      return String(Character(picture))
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(zeroPadded(digits, to: 4))>"
  }

  private static func needsWork(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return false }
    return text.unicodeScalars.contains { $0.isControl || FileName.isEscape($0) }
  }
}
