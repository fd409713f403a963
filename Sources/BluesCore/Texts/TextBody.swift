internal import Basics

/// A text of a report as it is kept: line feeds alone, nothing blank around it, headings of level 3
/// or below, since those above are the report's own.
struct TextBody {
  /// The most bytes that a text has.
  static let most = 1 << 18
  /// The highest level of its headings.
  private static let topLevel = 3

  let text: String
  /// Whether its headings were moved down.
  let isMoved: Bool

  /// - Throws: `ReportTextProblem` where it is empty, too long or no plain text.
  init(_ raw: String) throws {
    guard !raw.utf8.contains(0) else { throw ReportTextProblem.hasNUL }
    let marked = raw.hasPrefix("\u{FEFF}") ? String(raw.dropFirst()) : raw
    let plain = Self.trimmed(
      marked.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    guard !plain.isEmpty else { throw ReportTextProblem.empty }
    guard plain.utf8.count <= Self.most else {
      throw ReportTextProblem.tooLong(plain.utf8.count, most: Self.most)
    }
    let lines = MarkdownLines(plain).lines
    let highest = lines.compactMap(\.heading?.level).min() ?? Self.topLevel
    isMoved = highest < Self.topLevel
    guard isMoved else {
      text = plain
      return
    }
    let depth = Self.topLevel - highest
    text = lines.map { line in
      guard let heading = line.heading else { return line.text }
      let level = min(6, heading.level + depth)
      return String(repeating: "#", count: level) + (heading.title.isEmpty ? "" : " ")
        + heading.title
    }.joined(separator: "\n")
  }

  /// The text without blank lines at both ends; what its first line begins with stays.
  static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    guard let last = lines.popLast() else { return "" }
    let end = last.lastIndex { !$0.isWhitespace }.map { last[...$0] } ?? last
    return (lines + [end]).joined(separator: "\n")
  }

  /// What two writings of one text share, wherever the lines of its paragraphs end.
  static func key(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = unnumbered(line.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      guard !words.isEmpty else {
        isOpen = false
        continue
      }
      if isOpen, !startsBlock(words), let last = paragraphs.popLast() {
        paragraphs.append("\(last) \(words)")
      } else {
        paragraphs.append(words)
      }
      isOpen = true
    }
    return paragraphs
  }

  /// A line without the number of an item or the sign of one, which programs write in their own way.
  private static func unnumbered(_ line: String) -> String {
    if let first = line.first, "*+".contains(first), line.dropFirst().first == " " {
      return "-\(line.dropFirst())"
    }
    let rest = line.drop(while: \.isNumber)
    guard rest.count < line.count, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return line }
    return "1.\(rest.dropFirst())"
  }

  /// Whether a line begins something else than more words of a paragraph.
  private static func startsBlock(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    if "#>|`~-*+".contains(first) { return true }
    let rest = line.drop(while: \.isNumber)
    return first.isNumber && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
