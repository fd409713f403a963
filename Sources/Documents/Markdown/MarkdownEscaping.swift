internal import Basics

/// Text as Markdown that reads as the same text.
enum MarkdownEscaping {
  /// Signs with a meaning escaped, line ends as "<br>", control characters visible.
  static func inline(_ text: String) -> String {
    VisibleText.lines(text).map(line).joined(separator: "<br>")
  }

  /// As `inline`, and signs at its end do not close the heading.
  static func heading(_ text: String) -> String {
    let escaped = inline(text)
    let signs = escaped.utf8.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    guard signs > 0 else { return escaped }
    return escaped.dropLast(signs) + #"\"# + String(repeating: "#", count: signs)
  }

  /// As `inline`, and its first sign cannot make it a heading, list or rule.
  static func block(_ text: String) -> String {
    var escaped = inline(String(text.drop { $0 == " " }))
    let start = escaped.utf8.prefix(while: \.isDigit)
    let first = escaped.utf8.dropFirst(start.count).first
    let isList = !start.isEmpty && (first == UInt8(ascii: ".") || first == UInt8(ascii: ")"))
    let isSign = start.isEmpty && first.map { "#+-=".utf8.contains($0) } == true
    if isList || isSign { escaped.insert("\\", at: start.endIndex) }
    return escaped
  }

  /// Text for a fenced block, where only a fence could end it.
  static func fenced(_ lines: [String]) -> String {
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + "text"] + lines + [fence]).joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "<", ">", "[", "]", "~", "$": result += "\\"
      case "&":
        result += "&amp;"
        continue
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
