/// One column of a list together with how a row's cell is read from it.
package struct Field<Row>: Sendable {
  package let column: Column
  package let cell: @Sendable (Row) -> Cell

  package init(
    _ name: String, _ heading: String, _ help: String = "", kind: ColumnKind = .text,
    alignment: Alignment = .leading, shown: Bool = true, rank: ColumnRank? = nil,
    cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.column = Column(
      name, heading, help, kind: kind, alignment: alignment, shown: shown, rank: rank)
    self.cell = cell
  }

  /// The same column for rows of which this field's row is a part.
  package func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row) -> Field<Whole> {
    Field<Whole>(column) { whole in cell(part(whole)) }
  }

  private init(_ column: Column, cell: @escaping @Sendable (Row) -> Cell) {
    self.column = column
    self.cell = cell
  }
}
