internal import Basics

/// The last row of a report's sheet: sums as live formulas where they are the sums of their columns.
struct SheetTotal {
  let table: Table

  /// Whether the cell of the total is the sum of the column, digit by digit.
  func isSum(_ column: Int) -> Bool {
    guard let total = table.total?[column], !table.rows.isEmpty,
      let wanted = CellSum.value(of: total), CellSum.unit(of: total) != nil
    else { return false }
    var sum: Int128 = 0
    for row in table.rows where row[column] != .empty {
      guard let value = CellSum.value(of: row[column]),
        CellSum.unit(of: row[column]) == CellSum.unit(of: total)
      else {
        return false
      }
      sum += value
    }
    return sum == wanted
  }

  /// The formula of a column of rows below the heading.
  func formula(_ column: Int) -> String {
    let letters = SheetChoice.letters(column)
    return "=SUM(\(letters)2:\(letters)\(table.rows.count + 1))"
  }
}
