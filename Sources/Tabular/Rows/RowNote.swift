/// Something about a row that is worth a look, though the row can be taken as it is.
package struct RowNote: Equatable, Sendable {
  /// What it is about.
  package enum Kind: Equatable, Sendable {
    /// Quotes within a cell that is not quoted: they are read as they stand.
    case quoteInBareCell
    /// A number of more digits than a spreadsheet program keeps, or one written with a power of ten.
    case longNumber
    /// A value in a column that has no heading and that nobody asked for.
    case noHeading
  }

  /// Line (of a workbook: row number), counted from 1.
  package let line: Int
  /// Number of the cell, counted from 1.
  package let column: Int
  package let kind: Kind

  package init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// What stands there and what becomes of it, as a sentence.
  package var message: String {
    switch kind {
    case .quoteInBareCell:
      "Found a quote within a cell that is not quoted; it is read as it is."
    case .noHeading: "Found a value in a column that has no heading; it is ignored."
    case .longNumber:
      "Found a number of more than 15 digits or with a power of ten; the spreadsheet may have "
        + "rounded it, if it was a code."
    }
  }
}
