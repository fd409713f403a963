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
    let whole = content(unit: nil)
    let all = Array(shown.indices)
    guard let width = rendering.width, whole.width > width else {
      return lines(whole, all, whole.wishes.map(\.natural))
    }
    let unit = rendering.header ? table.sharedCurrency : nil
    let content = unit == nil ? whole : content(unit: unit)
    guard let fit = ColumnFit(content.wishes, width: width) else { return records }
    let gone = all.filter { !fit.columns.contains($0) && !content.wishes[$0].isEmpty }
    let note = "Not shown: \(gone.map { content.header[$0] }.joined(separator: ", "))"
    return (unit.map { Wrapping.lines("Amounts in \($0).", width: width) } ?? [])
      + lines(content, fit.columns, fit.widths)
      + (gone.isEmpty ? [] : Wrapping.lines(note, width: width).map { ink.toned($0, .muted) })
  }

  /// The words of the table, and what its columns want.
  private struct Content {
    let header: [String]
    let rows: [[String]]
    let total: [String]?
    let wishes: [ColumnFit.Wish]

    var width: Int {
      wishes.reduce(0) { $0 + $1.natural } + ColumnFit.gap * max(0, wishes.count - 1)
    }
  }

  /// Amounts in the unit are written without it.
  private func content(unit: String?) -> Content {
    func words(_ row: [Cell]) -> [String] {
      shown.map { column in
        if case .money(let cents, let currency) = row[column], currency == unit {
          return Cell.amount(cents: cents)
        }
        return VisibleText.line(row[column].shown)
      }
    }
    let header = shown.map { VisibleText.line(table.columns[$0].heading) }
    let rows = table.rows.map(words)
    let total = table.total.map(words)
    let cells = rows + (total.map { [$0] } ?? [])
    return Content(
      header: header, rows: rows, total: total,
      wishes: shown.indices.map { wish(of: $0, header[$0], cells) })
  }

  private func lines(_ content: Content, _ kept: [Int], _ widths: [Int]) -> [String] {
    let room = kept.map { widths[$0] }
    let sides = kept.map { alignments[$0] }
    func row(_ cells: [String], style: (Int, String) -> String) -> [String] {
      let parts = kept.map { column in
        WrappedCell.lines(
          cells[column], width: widths[column], limit: content.wishes[column].lines)
      }
      return (0..<(parts.map(\.count).max() ?? 0)).map { number in
        line(parts.map { number < $0.count ? $0[number] : "" }, room, sides, style: style)
      }
    }
    var lines: [String] = []
    if rendering.header { lines += headings(kept.map { content.header[$0] }, room, sides) }
    for (cells, values) in zip(content.rows, table.rows) {
      lines += row(cells) { ink.toned($1, values[shown[kept[$0]]].tone) }
    }
    if let total = content.total {
      lines.append(room.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      lines += row(total) { _, text in ink.bold(text) }
    }
    return lines
  }

  /// Headings of several lines end beside each other, above the first row.
  private func headings(_ texts: [String], _ room: [Int], _ sides: [Alignment]) -> [String] {
    let parts = zip(texts, room).map { WrappedCell.heading($0, width: $1) }
    let height = parts.map(\.count).max() ?? 0
    return (0..<height).map { number in
      let cells = parts.map { part in
        let position = number - (height - part.count)
        return position >= 0 ? part[position] : ""
      }
      return line(cells, room, sides) { _, text in text.isEmpty ? text : ink.bold(text) }
    }
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

  private func line(
    _ cells: [String], _ widths: [Int], _ alignments: [Alignment],
    style: (Int, String) -> String
  ) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? -1
    var line = ""
    for (column, text) in cells.enumerated() where column <= last {
      let blanks = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      if column > 0 { line += "  " }
      if alignments[column] == .trailing { line += blanks }
      line += style(column, text)
      if alignments[column] == .leading, column < last { line += blanks }
    }
    return line
  }

  /// Words are broken into lines; figures, days, codes and commands never, only their headings.
  private func wish(of position: Int, _ heading: String, _ cells: [[String]]) -> ColumnFit.Wish {
    let column = shown[position]
    let rank = table.rank(of: column)
    let values = cells.lazy.map { DisplayWidth.of($0[position]) }.max() ?? 0
    let natural = rendering.header ? max(values, DisplayWidth.of(heading)) : values
    // A pipe has room for all.
    guard rendering.width != nil else {
      return ColumnFit.Wish(
        rank: rank, natural: natural, comfortable: natural, least: natural, isEmpty: values == 0)
    }
    let isBroken =
      rank != .key && !table.columns[column].kind.isWhole
      && table.rows.allSatisfy { $0[column].isShortenable || $0[column] == .empty }
    let headingWord =
      rendering.header ? min(WrappedCell.longestWord(heading), Self.comfortOfHeading) : 0
    guard isBroken else {
      let whole = max(1, values, headingWord)
      return ColumnFit.Wish(
        rank: rank, natural: natural, comfortable: whole, least: whole,
        bare: rank == .wanted ? whole : max(1, values), isEmpty: values == 0,
        isZero: isZero(column))
    }
    let word = cells.lazy.map { WrappedCell.longestWord($0[position]) }.max() ?? 0
    let comfort = rank == .main ? Self.comfortOfMain : Self.comfort
    let address = cells.lazy.map { WrappedCell.longestAddress($0[position]) }.max() ?? 0
    let bare = max(Self.leastWidth, min(word, Self.comfort))
    let least = max(bare, min(address, Self.comfortOfAddress))
    return ColumnFit.Wish(
      rank: rank, natural: natural,
      comfortable: min(natural, max(comfort, min(word, Self.comfortOfMain), least)),
      least: min(natural, max(least, min(headingWord, Self.comfort))),
      bare: min(natural, bare), isEmpty: values == 0,
      lines: rank == .main ? nil : Self.mostLines)
  }

  /// Whether a column has nothing but amounts of zero.
  private func isZero(_ column: Int) -> Bool {
    table.rows.allSatisfy { row in
      if case .money(let cents, _) = row[column] { return cents == 0 }
      return row[column] == .empty
    }
  }

  /// The columns of a terminal in which words, and what a row is called, can be read.
  private static let comfort = 12
  private static let comfortOfMain = 20
  private static let comfortOfHeading = 14
  private static let comfortOfAddress = 40

  /// The columns of a terminal that words are still told apart in.
  private static let leastWidth = 6

  /// The lines of a cell that is not what its row is about.
  private static let mostLines = 3
}
