/// The sheet of a workbook that a table shares with others of its kind, and what tells its rows apart.
package struct SheetPart: Hashable, Sendable {
  /// The name of the sheet, the same for all tables that share it.
  package let sheet: String
  /// The heading of the first column of the sheet, such as WP.
  package let heading: String
  /// What that column says at the rows of this table, such as WP1.
  package let value: String

  package init(sheet: String, heading: String, value: String) {
    self.sheet = sheet
    self.heading = heading
    self.value = value
  }
}

extension Table {
  /// The same table, which is a part of a sheet in workbooks.
  package func gathered(in part: SheetPart) -> Table {
    var table = self
    table.part = part
    return table
  }

  /// The columns of the shared sheet, without rows.
  func sheet(of part: SheetPart) -> Table {
    Table(
      noun: noun, emptySentence: emptySentence, columns: [Column("part", part.heading)] + columns,
      rows: [])
  }

  /// A shared sheet with the rows of one more of its parts.
  func followed(by rows: [[Cell]], of part: SheetPart) -> Table {
    Table(
      noun: noun, emptySentence: emptySentence, columns: columns,
      rows: self.rows + rows.map { [.text(part.value)] + $0 })
  }
}
