/// Breaks the text of a table's cell into lines that are no wider than its column.
enum WrappedCell {
  /// The lines, broken at blanks; a word wider than the column is broken where it ends.
  ///
  /// With a limit, what goes beyond it is cut from the last line, shown by "…"; an address never,
  /// which leads nowhere when it is cut.
  static func lines(_ text: String, width: Int, limit: Int? = nil) -> [String] {
    let width = max(1, width)
    guard DisplayWidth.of(text) > width else { return [Wrapping.withoutTrailingBlanks(text)] }
    let lines = Wrapping.lines(text, width: width).flatMap { broken($0, width: width) }
    guard let limit, lines.count > limit, limit > 0, !text.contains("://") else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    return lines.prefix(limit - 1) + [Wrapping.cut(rest, to: width)]
  }

  /// The lines of a heading; a word wider than the column is divided, and cut where a column of so
  /// few signs would make a tower of it.
  static func heading(_ text: String, width: Int) -> [String] {
    Wrapping.lines(text, width: max(1, width)).flatMap { word in
      let wide = DisplayWidth.of(word)
      guard wide > width, width > 3, wide == word.count else {
        return [DisplayWidth.cut(word, to: max(1, width))]
      }
      var lines: [String] = []
      var rest = word[...]
      while rest.count > width {
        // Two signs at least go to the last line.
        let taken = min(width - 1, rest.count - 2)
        lines.append(rest.prefix(taken) + "-")
        rest = rest.dropFirst(taken)
      }
      return lines + [String(rest)]
    }
  }

  /// The columns of a terminal that the longest word takes.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").lazy.map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  /// The same of the longest e-mail address or address of a page, which is of no use in pieces.
  static func longestAddress(_ text: String) -> Int {
    guard text.utf8.contains(0x40) || text.contains("://") || text.hasPrefix("www.") else {
      return 0
    }
    return text.split(separator: " ").lazy
      .filter { $0.utf8.contains(0x40) || $0.contains("://") || $0.hasPrefix("www.") }
      .map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private static func broken(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    var lines = [""]
    var used = 0
    for character in line {
      let next = DisplayWidth.of(character)
      if used + next > width, used > 0 {
        let rest = afterJoint(of: &lines[lines.count - 1], width: width)
        lines.append(rest)
        used = DisplayWidth.of(rest)
      }
      lines[lines.count - 1].append(character)
      used += next
    }
    return lines
  }

  /// Takes what stands behind the last joint of a code or an address off a line, unless that leaves
  /// less than half of it.
  private static func afterJoint(of line: inout String, width: Int) -> String {
    guard let joint = line.lastIndex(where: { "-/,;@.".contains($0) }) else { return "" }
    let next = line.index(after: joint)
    guard DisplayWidth.of(String(line[..<next])) * 2 >= width else { return "" }
    let rest = String(line[next...])
    line.removeSubrange(next...)
    return rest
  }
}
