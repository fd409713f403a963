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
    let cells = rows + (total.map { [$0] } ?? [])
    let wishes = shown.indices.map { wish(of: $0, header[$0], cells) }
    guard let width = rendering.width else {
      return lines(header, rows, total, Array(shown.indices), wishes.map(\.natural))
    }
    guard let fit = ColumnFit(wishes, width: width) else { return records }
    let gone = shown.indices.filter { !fit.columns.contains($0) && !wishes[$0].isEmpty }
    let note = "Not shown: \(gone.map { header[$0] }.joined(separator: ", "))"
    return lines(header, rows, total, fit.columns, fit.widths)
      + (gone.isEmpty ? [] : Wrapping.lines(note, width: width).map { ink.toned($0, .muted) })
  }

  private func lines(
    _ header: [String], _ rows: [[String]], _ total: [String]?, _ kept: [Int], _ widths: [Int]
  ) -> [String] {
    func of(_ cells: [String]) -> [String] { kept.map { cells[$0] } }
    let room = kept.map { widths[$0] }
    let sides = kept.map { alignments[$0] }
    func line(_ cells: [String], style: (Int, String) -> String) -> String {
      self.line(of(cells), room, sides, style: style)
    }
    var lines: [String] = []
    if rendering.header { lines.append(line(header) { _, text in ink.bold(text) }) }
    for (cells, row) in zip(rows, table.rows) {
      lines.append(line(cells) { ink.toned($1, row[shown[kept[$0]]].tone) })
    }
    if let total {
      lines.append(room.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      lines.append(line(total) { _, text in ink.bold(text) })
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
    _ cells: [String], _ widths: [Int], _ alignments: [Alignment],
    style: (Int, String) -> String
  ) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? -1
    var line = ""
    for (column, cell) in cells.enumerated() where column <= last {
      let text = Wrapping.withoutTrailingBlanks(Wrapping.cut(cell, to: widths[column]))
      let blanks = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      if column > 0 { line += "  " }
      if alignments[column] == .trailing { line += blanks }
      line += style(column, text)
      if alignments[column] == .leading, column < last { line += blanks }
    }
    return line
  }

  /// Figures, days, codes and commands are never cut, only their headings.
  private func wish(of position: Int, _ heading: String, _ cells: [[String]]) -> ColumnFit.Wish {
    let column = shown[position]
    let rank = table.rank(of: column)
    let values = cells.lazy.map { DisplayWidth.of($0[position]) }.max() ?? 0
    let natural = rendering.header ? max(values, DisplayWidth.of(heading)) : values
    let isCut =
      rank != .key && !table.columns[column].kind.isWhole
      && table.rows.allSatisfy { $0[column].isShortenable || $0[column] == .empty }
    let comfort = rank == .main ? Self.comfortOfMain : Self.comfort
    return ColumnFit.Wish(
      rank: rank, natural: natural,
      comfortable: isCut ? min(natural, comfort) : max(values, min(natural, Self.comfort)),
      least: isCut ? min(Self.leastWidth, natural) : max(1, values), isEmpty: values == 0)
  }

  /// The columns of a terminal in which words, and what a row is called, can be read.
  private static let comfort = 12
  private static let comfortOfMain = 20

  /// The columns of a terminal that words are still told apart in.
  private static let leastWidth = 4
}
