internal import Basics

/// Text as HTML that reads as the same text.
enum HTMLEscaping {
  /// Text between tags: line ends as `<br>`, control characters visible.
  static func text(_ text: String) -> String {
    VisibleText.lines(text).map(escaped).joined(separator: "<br>")
  }

  /// A sentence that may name a command, whose options no line end divides.
  static func sentence(_ text: String) -> String {
    guard text.contains(" --") else { return self.text(text) }
    return self.text(text).split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("--") ? "<span class=\"whole\">\($0)</span>" : String($0) }
      .joined(separator: " ")
  }

  /// The value of a quoted attribute, and text in SVG: on one line.
  static func attribute(_ text: String) -> String { escaped(VisibleText.line(text)) }

  /// The address as a link when it is a web or mail address, and as text when it is not.
  static func link(_ address: String) -> String {
    guard let target = target(of: address) else { return text(address) }
    return #"<a href="\#(attribute(target))" rel="noopener noreferrer">\#(text(address))</a>"#
  }

  /// What a link may lead to; nil for every other scheme, and for blanks or controls within.
  static func target(of address: String) -> String? {
    let isClean = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !scalar.isControl
    }
    guard isClean else { return nil }
    let lower = address.lowercased()
    if ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) { return address }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isMail = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(":") }
    return isMail ? "mailto:" + address : nil
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Not characters of HTML: a parser would replace or refuse them.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
