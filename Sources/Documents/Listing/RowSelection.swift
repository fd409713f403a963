/// Which rows of a table are wanted and which of their columns, decided row by row.
package struct RowSelection {
  private let conditions: [(column: Int, condition: Condition)]
  private let kinds: [ColumnKind]
  /// The positions of the columns wanted, in their order.
  package let positions: [Int]

  init(
    conditions: [(column: Int, condition: Condition)], kinds: [ColumnKind], positions: [Int]
  ) {
    self.conditions = conditions
    self.kinds = kinds
    self.positions = positions
  }

  /// Whether a row meets every condition.
  package func takes(_ row: [UnsafeBufferPointer<UInt8>]) throws(ListingProblem) -> Bool {
    for (column, condition) in conditions {
      let cell = row[column]
      let text: Cell =
        cell.baseAddress == nil ? .empty : .text(String(decoding: cell, as: UTF8.self))
      guard try condition.matches(text, of: kinds[column]) else { return false }
    }
    return true
  }
}

extension Listing {
  /// The listing without what needs all rows at once: the order and the limit.
  package func selection(over columns: [Column]) throws(ListingProblem) -> RowSelection {
    let table = Table(noun: "rows", columns: columns, rows: [])
    var found: [(column: Int, condition: Condition)] = []
    for condition in conditions {
      found.append((try position(of: condition.column, in: columns), condition))
    }
    let positions =
      try self.columns.map { names throws(ListingProblem) in
        try wanted(names, of: table).positions
      } ?? Array(columns.indices)
    return RowSelection(
      conditions: found, kinds: columns.map(\.kind), positions: positions)
  }
}
