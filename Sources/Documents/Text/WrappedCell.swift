/// Breaks the text of a table's cell into lines that are no wider than its column.
enum WrappedCell {
  /// The lines, broken at blanks; a word wider than the column is broken where it ends.
  ///
  /// With a limit, what goes beyond it is cut from the last line, shown by "…".
  static func lines(_ text: String, width: Int, limit: Int? = nil) -> [String] {
    let width = max(1, width)
    guard DisplayWidth.of(text) > width else { return [Wrapping.withoutTrailingBlanks(text)] }
    let lines = Wrapping.lines(text, width: width).flatMap { broken($0, width: width) }
    guard let limit, lines.count > limit, limit > 0 else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    return lines.prefix(limit - 1) + [Wrapping.cut(rest, to: width)]
  }

  /// The lines of a heading, whose words are cut where one is wider than the column.
  static func heading(_ text: String, width: Int) -> [String] {
    Wrapping.lines(text, width: max(1, width)).map { DisplayWidth.cut($0, to: max(1, width)) }
  }

  /// The columns of a terminal that the longest word takes.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").lazy.map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private static func broken(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    var lines = [""]
    var used = 0
    for character in line {
      let next = DisplayWidth.of(character)
      if used + next > width, used > 0 {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1].append(character)
      used += next
    }
    return lines
  }
}
