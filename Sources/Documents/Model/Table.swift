/// Rows of typed cells under named columns.
package struct Table: Hashable, Sendable {
  /// What the rows are, in the plural and in snake_case: the key in JSON.
  package let noun: String
  /// What a page says in place of a table without rows.
  package let emptySentence: String?
  package let columns: [Column]
  /// As many cells in each row as there are columns.
  package private(set) var rows: [[Cell]]
  /// A last row of sums for pages; data formats leave it out, so that nobody adds it in twice.
  package private(set) var total: [Cell]?
  /// Whether it is what a format with one table takes, although others are before it.
  private(set) var isMain = false

  /// The same as the main table of its document.
  package var main: Table {
    var table = self
    table.isMain = true
    return table
  }

  /// The same figures as a grid, which pages with pictures draw above the table.
  package var matrix: CountMatrix?
  /// The columns that pages with pictures draw as bars above the table.
  package var bars: TableBars?
  /// The sheet of a workbook that it shares with other tables; nil where it has its own.
  var part: SheetPart?

  /// Short rows are filled with empty cells, and cells beyond the last column dropped.
  package init(
    noun: String, emptySentence: String? = nil, columns: [Column], rows: [[Cell]],
    total: [Cell]? = nil
  ) {
    self.noun = noun
    self.emptySentence = emptySentence
    self.columns = columns
    self.rows = rows.map { Self.fitted($0, to: columns.count) }
    self.total = total.map { Self.fitted($0, to: columns.count) }
  }

  package init<Row>(
    noun: String, emptySentence: String? = nil, fields: [Field<Row>], rows: [Row],
    total: [Cell]? = nil
  ) {
    self.init(
      noun: noun, emptySentence: emptySentence, columns: fields.map(\.column),
      rows: rows.map { row in fields.map { $0.cell(row) } }, total: total)
  }

  /// The same table with a column drawn as bars.
  package func drawn(as bars: TableBars) -> Table {
    var table = self
    table.bars = bars
    return table
  }

  /// The same table with its figures drawn as a grid.
  package func drawn(as matrix: CountMatrix) -> Table {
    var table = self
    table.matrix = matrix
    return table
  }

  /// The same table with other cells in its rows, as many in each.
  func holding(_ rows: [[Cell]], total: [Cell]?) -> Table {
    var table = self
    table.rows = rows
    table.total = total
    return table
  }

  /// The same table with the sums of its amounts as the last row; of the rows it has.
  package var summed: Table {
    let amounts = columns.indices.filter { columns[$0].kind == .amount }
    guard !rows.isEmpty, !amounts.isEmpty else { return self }
    let total = columns.indices.map { column -> Cell in
      guard amounts.contains(column) else { return column == 0 ? .text("Total") : .empty }
      var sum = CellSum()
      for row in rows { sum.add(row[column]) }
      return sum.cell
    }
    return holding(rows, total: total)
  }

  package var rowCount: Int { rows.count }
  package var isEmpty: Bool { rows.isEmpty }

  /// The positions of the columns that pages for people show.
  package var shownColumns: [Int] { columns.indices.filter { columns[$0].isShown } }

  /// The side a column stands on: the right when it is told so or holds only numbers.
  func alignment(of column: Int) -> Alignment {
    if columns[column].alignment == .trailing { return .trailing }
    var hasNumber = false
    for row in rows where row[column] != .empty {
      guard row[column].isNumeric else { return .leading }
      hasNumber = true
    }
    return hasNumber ? .trailing : .leading
  }

  private static func fitted(_ row: [Cell], to count: Int) -> [Cell] {
    guard row.count != count else { return row }
    return row.prefix(count) + Array(repeating: .empty, count: max(0, count - row.count))
  }
}
