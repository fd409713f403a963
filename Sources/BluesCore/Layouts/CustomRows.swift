internal import Basics
internal import Documents

/// The rows of a custom report, whole or divided into groups, with their exact sums.
struct CustomRows {
  let report: CustomReport
  let table: Table

  func blocks() throws -> [Block] {
    let sums = try report.sums.map { try figures($0, of: "sums") }
    let group = try report.group.map(position)
    let shown = try report.columns?.map(position) ?? table.shownColumns
    guard let group else {
      guard let chart = try report.chart.map({ try figures($0, of: "chart") }) else {
        return [.table(part("rows", table.rows, shown, sums))] + remark(of: [table.rows])
      }
      // What is drawn is shown as well.
      let all = shown.contains(chart) ? shown : shown + [chart]
      let bars = TableBars(names: 0, figures: all.firstIndex(of: chart) ?? 0)
      return [.table(part("rows", table.rows, all, sums).drawn(as: bars))]
        + remark(of: [table.rows])
    }
    let groups = divided(by: group)
    var overview = overview(groups, group, sums)
    if let chart = report.chart {
      // The name of the group, the number of its rows, then the sums.
      let figures = report.sums.firstIndex(of: chart).map { $0 + 2 } ?? 1
      overview = overview.drawn(as: TableBars(names: 0, figures: figures))
    }
    var blocks: [Block] = [.table(overview)]
    guard report.showsRows else { return blocks }
    let rest = shown.filter { $0 != group }
    for (name, rows) in groups {
      blocks += [.section(name), .table(part("rows", rows, rest, sums))]
    }
    return blocks + remark(of: groups.map(\.rows))
  }

  /// Says that rows are left out, where the limit leaves some out.
  private func remark(of parts: [[[Cell]]]) -> [Block] {
    guard let limit = report.limit, parts.contains(where: { $0.count > limit }) else { return [] }
    let what =
      report.group == nil
      ? "\(limit) of \(parts[0].count) rows"
      : "At most \(limit) \(limit == 1 ? "row" : "rows") of each group"
    let sums = report.sums.isEmpty ? "." : "; the sums are of all rows."
    return [.note("\(what) \(limit == 1 ? "is" : "are") shown\(sums)", .plain)]
  }

  /// The place of a column of figures.
  ///
  /// - Throws: `MappingFileProblem` for one whose values are no figures.
  private func figures(_ column: String, of key: String) throws -> Int {
    let place = try position(of: column)
    guard isFigure(place) else {
      let known = table.columns.filter { [.number, .amount].contains($0.kind) }.map(\.name)
      throw report.problem(
        of: key, "\(key) takes columns of figures, and \(column) has none.",
        hint: known.isEmpty ? nil : "columns of figures: \(known.joined(separator: ", "))")
    }
    return place
  }

  private func position(of column: String) throws -> Int {
    try Listing().position(of: column, in: table.columns)
  }

  /// Whether a column has figures; a form, such as months, is told by its values, if there are any.
  private func isFigure(_ place: Int) -> Bool {
    switch table.columns[place].kind {
    case .number, .amount: true
    case .form: table.rows.allSatisfy { $0[place] == .empty || $0[place].isNumeric }
    case .text, .day, .flag, .link, .word, .list, .listOf:
      table.rows.contains { $0[place].isNumeric }
    }
  }

  /// The rows by the words of a column, in the order in which the words come.
  private func divided(by column: Int) -> [(name: String, rows: [[Cell]])] {
    var groups: [(name: String, rows: [[Cell]])] = []
    var places: [String: Int] = [:]
    for row in table.rows {
      let shown = row[column].shown
      let name = shown.isEmpty ? "none" : shown
      if let place = places[name] {
        groups[place].rows.append(row)
      } else {
        places[name] = groups.count
        groups.append((name, [row]))
      }
    }
    return groups
  }

  /// Rows with the columns that are shown, and their sums below.
  private func part(_ noun: String, _ rows: [[Cell]], _ shown: [Int], _ sums: [Int]) -> Table {
    let total = shown.enumerated().map { index, column -> Cell in
      if sums.contains(column) { return Self.sum(rows, column) }
      return index == 0 ? .text("Total") : .empty
    }
    return Table(
      noun: noun, emptySentence: table.emptySentence ?? "No rows.",
      columns: shown.map { column in
        var column = table.columns[column]
        column.isShown = true
        return column
      }, rows: rows.prefix(report.limit ?? .max).map { row in shown.map { row[$0] } },
      total: sums.isEmpty || rows.isEmpty ? nil : total)
  }

  /// A row for each group: how many rows it has, and their sums.
  private func overview(
    _ groups: [(name: String, rows: [[Cell]])], _ group: Int, _ sums: [Int]
  ) -> Table {
    let columns =
      [table.columns[group], Column("count", "Rows", kind: .number)]
      + sums.map { table.columns[$0] }
    let row = { (name: String, rows: [[Cell]]) -> [Cell] in
      [.text(name), .integer(rows.count)] + sums.map { Self.sum(rows, $0) }
    }
    return Table(
      noun: "groups", emptySentence: table.emptySentence ?? "No rows.",
      columns: columns.map { column in
        var column = column
        column.isShown = true
        return column
      }, rows: groups.map { row($0.name, $0.rows) },
      total: groups.isEmpty ? nil : row("Total", table.rows))
  }

  private static func sum(_ rows: [[Cell]], _ column: Int) -> Cell {
    var sum = CellSum()
    for row in rows { sum.add(row[column]) }
    return sum.cell
  }
}
