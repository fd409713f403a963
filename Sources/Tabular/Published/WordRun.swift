/// Letters of a paragraph that look alike, and how Markdown writes them.
struct WordRun {
  var text = ""
  var isBold = false
  var isItalic = false
  /// The address that it leads to.
  var link: String?

  /// Whether it looks alike, so that both are one.
  func looksLike(_ other: WordRun) -> Bool {
    isBold == other.isBold && isItalic == other.isItalic && link == other.link
  }

  /// The letters as Markdown; plain ones without marks around them.
  func markdown(isPlain: Bool) -> String {
    let mark = isPlain ? "" : (isBold ? "**" : "") + (isItalic ? "*" : "")
    let words = Self.trimmed(text)
    let link = isPlain || words.isEmpty ? nil : link
    guard link != nil || !mark.isEmpty, !words.isEmpty else {
      return isPlain ? text : Self.escaped(text)
    }
    // Marks belong to the letters: blanks around them stay outside.
    let start = text.prefix { $0 == " " || $0 == "\n" }
    let end = text.reversed().prefix { $0 == " " || $0 == "\n" }.reversed()
    let marked = mark + Self.escaped(words, isLink: link != nil) + String(mark.reversed())
    return start + (link.map { "[\(marked)](<\($0)>)" } ?? marked) + String(end)
  }

  /// The text without blanks at both ends.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (letter: Character) in letter == " " || letter == "\n" || letter == "\u{A0}" }
    let front = text.drop(while: isBlank)
    return String(front.reversed().drop(while: isBlank).reversed())
  }

  /// What Markdown would read as a mark is written so that it does not.
  private static func escaped(_ text: String, isLink: Bool = false) -> String {
    var out = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : " "
      let after = index + 1 < letters.count ? letters[index + 1] : " "
      let isMark =
        switch letter {
        case "\\", "`": true
        case "*": !(before == " " && after == " ")
        case "_": !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
        case "<": after.isLetter || after == "/" || after == "!"
        case "]": isLink || after == "(" || after == "["
        case "[": isLink
        default: false
        }
      if isMark { out += "\\" }
      out.append(letter)
    }
    return out
  }

  /// A paragraph whose first letters would make it a heading, a quote or an item of a list.
  static func escapedStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    let rest = text.dropFirst()
    if first == "#" || first == ">" { return "\\" + text }
    if "-+*".contains(first), rest.first == " " { return "\\" + text }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    let mark = text.dropFirst(number.count)
    if !number.isEmpty, number.count <= 9, let sign = mark.first, sign == "." || sign == ")",
      mark.dropFirst().first == " "
    {
      return "\(number)\\\(mark)"
    }
    return text
  }
}
