/// A table as aligned columns two blanks apart.
struct TextTable {
  let table: Table
  let rendering: Rendering
  private let ink: Ink
  private let shown: [Int]
  private let alignments: [Alignment]

  init(_ table: Table, rendering: Rendering) {
    self.table = table
    self.rendering = rendering
    ink = Ink(isColoured: rendering.colour)
    shown = table.shownColumns
    alignments = table.shownColumns.map { table.alignment(of: $0) }
  }

  /// The lines without line ends: the headings, the rows and the sums.
  var lines: [String] {
    guard !table.isEmpty else {
      let sentence = table.emptySentence.map(VisibleText.line)
      return sentence.map { Wrapping.lines($0, width: rendering.width) } ?? []
    }
    let header = shown.map { VisibleText.line(table.columns[$0].heading) }
    let rows = table.rows.map(words)
    let total = table.total.map(words)
    let all = rows + (total.map { [$0] } ?? []) + (rendering.header ? [header] : [])
    let widths = fitted(
      shown.indices.map { column in
        all.lazy.map { DisplayWidth.of($0[column]) }.max() ?? 0
      }, cells: rows + (total.map { [$0] } ?? []))
    guard let widths else { return records }
    var lines: [String] = []
    if rendering.header { lines.append(line(header, widths) { _, text in ink.bold(text) }) }
    for (cells, row) in zip(rows, table.rows) {
      lines.append(line(cells, widths) { ink.toned($1, row[shown[$0]].tone) })
    }
    if let total {
      lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      lines.append(line(total, widths) { _, text in ink.bold(text) })
    }
    return lines
  }

  /// Where the columns cannot stand beside each other: a column to a line, rows set apart.
  private var records: [String] {
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    return rows.enumerated().flatMap { position, row in
      let facts = shown.map { Fact(table.columns[$0].name, table.columns[$0].heading, row[$0]) }
      return (position == 0 ? [] : [""])
        + TextFacts.lines(facts, width: rendering.width, ink: ink)
    }
  }

  private func words(_ row: [Cell]) -> [String] { shown.map { VisibleText.line(row[$0].shown) } }

  private func line(
    _ cells: [String], _ widths: [Int], style: (Int, String) -> String
  ) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? -1
    var line = ""
    for (column, cell) in cells.enumerated() where column <= last {
      let text = Wrapping.withoutTrailingBlanks(DisplayWidth.cut(cell, to: widths[column]))
      let blanks = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      if column > 0 { line += "  " }
      if alignments[column] == .trailing { line += blanks }
      line += style(column, text)
      if alignments[column] == .leading, column < last { line += blanks }
    }
    return line
  }

  /// On a terminal the widest columns of words give way until the line fits.
  ///
  /// Figures and days are never cut, only their headings; nil when there is no room even so.
  private func fitted(_ natural: [Int], cells: [[String]]) -> [Int]? {
    guard let width = rendering.width else { return natural }
    let least = shown.indices.map { column in
      let isShortenable = table.rows.allSatisfy {
        $0[shown[column]].isShortenable || $0[shown[column]] == .empty
      }
      guard !isShortenable else { return min(Self.leastWidth, natural[column]) }
      return max(1, cells.lazy.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    var widths = natural
    var excess = natural.reduce(0, +) + 2 * max(0, natural.count - 1) - width
    while excess > 0 {
      let widest = widths.indices.filter { widths[$0] > least[$0] }
        .max { (widths[$0], $1) < (widths[$1], $0) }
      guard let widest else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The columns of a terminal that words are still told apart in.
  private static let leastWidth = 4
}
