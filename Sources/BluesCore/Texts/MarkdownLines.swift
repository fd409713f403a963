internal import Basics

/// The lines of a Markdown text, with the headings among them; those inside fenced code are none.
struct MarkdownLines {
  /// A heading: its level from 1 to 6, and its words.
  struct Heading: Equatable {
    var level: Int
    let title: String
  }

  /// A line, or the two lines of an underlined heading.
  struct Line: Equatable {
    let text: String
    var heading: Heading?
  }

  private(set) var lines: [Line] = []

  init(_ text: String) {
    var fence: (mark: Character, count: Int)?
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(piece)
      if let mark = Self.fence(line) {
        if let open = fence {
          if mark.mark == open.mark, mark.count >= open.count, mark.isBare { fence = nil }
        } else {
          fence = (mark.mark, mark.count)
        }
        lines.append(Line(text: line))
        continue
      }
      guard fence == nil else {
        lines.append(Line(text: line))
        continue
      }
      if let level = Self.underline(line), let last = lines.last, last.heading == nil,
        Self.isParagraph(last.text)
      {
        lines[lines.count - 1] = Line(
          text: "\(last.text)\n\(line)", heading: Heading(level: level, title: last.text.trimmed))
        continue
      }
      lines.append(Line(text: line, heading: Self.heading(line)))
    }
  }

  /// The mark of a code fence, and whether nothing follows it.
  private static func fence(_ line: String) -> (mark: Character, count: Int, isBare: Bool)? {
    let text = line.drop { $0 == " " }
    guard line.count - text.count <= 3, let mark = text.first, mark == "`" || mark == "~" else {
      return nil
    }
    let count = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(count)
    guard count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    return (mark, count, rest.allSatisfy(\.isWhitespace))
  }

  /// A heading of the form `## Title`.
  private static func heading(_ line: String) -> Heading? {
    let text = line.drop { $0 == " " }
    let level = text.prefix { $0 == "#" }.count
    let rest = text.dropFirst(level)
    guard line.count - text.count <= 3, (1...6).contains(level),
      rest.first.map(\.isWhitespace) ?? true
    else { return nil }
    var title = String(rest).trimmed
    let bare = title.reversed().drop { $0 == "#" }
    if bare.isEmpty {
      title = ""
    } else if bare.count < title.count, bare.first?.isWhitespace == true {
      title = String(bare.reversed()).trimmed
    }
    return Heading(level: level, title: title)
  }

  /// The level of a heading whose underline this is.
  private static func underline(_ line: String) -> Int? {
    let text = line.trimmed
    guard line.first != "\t", let mark = text.first, mark == "=" || mark == "-",
      text.allSatisfy({ $0 == mark }), line.prefix(while: { $0 == " " }).count <= 3
    else { return nil }
    return mark == "=" ? 1 : 2
  }

  /// Whether a line can be the words above an underline.
  private static func isParagraph(_ line: String) -> Bool {
    guard let first = line.trimmed.first, !line.hasPrefix("    "), !line.hasPrefix("\t") else {
      return false
    }
    return !">|-*+".contains(first)
  }
}
