/// Counts of pairs, such as exchanges from one country to another, to be drawn as a grid.
package struct CountMatrix: Hashable, Sendable {
  /// What is counted, such as "Exchanges".
  package let title: String
  /// What the rows and the columns are, such as "Visitor from" and "Host in".
  package let rowTitle: String
  package let columnTitle: String
  package let rows: [String]
  package let columns: [String]
  private let counts: [Pair: Int]

  /// A row and a column.
  private struct Pair: Hashable {
    let row: String
    let column: String
  }

  /// The rows and columns in the order of their names; pairs that come twice are added up.
  package init(
    title: String, rowTitle: String, columnTitle: String,
    pairs: [(row: String, column: String, count: Int)]
  ) {
    self.title = title
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    rows = Set(pairs.map(\.row)).sorted()
    columns = Set(pairs.map(\.column)).sorted()
    counts = pairs.reduce(into: [:]) {
      $0[Pair(row: $1.row, column: $1.column), default: 0] += $1.count
    }
  }

  package subscript(row: String, column: String) -> Int {
    counts[Pair(row: row, column: column)] ?? 0
  }

  var most: Int { counts.values.max() ?? 0 }

  /// The pairs that have a count, the largest first.
  var pairs: [(row: String, column: String, count: Int)] {
    rows.flatMap { row in columns.map { (row: row, column: $0, count: self[row, $0]) } }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.row, $0.column) < ($0.count, $1.row, $1.column) }
  }
}
