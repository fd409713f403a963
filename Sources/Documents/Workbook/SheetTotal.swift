internal import Basics

/// The last row of a report's sheet: sums as live formulas where they are the sums of their columns.
struct SheetTotal {
  let table: Table

  /// Whether the cell of the total is the sum of the column, digit by digit.
  func isSum(_ column: Int) -> Bool {
    guard let total = table.total?[column], !table.rows.isEmpty,
      let wanted = Self.value(total), Self.unit(total) != nil
    else { return false }
    var sum: Int128 = 0
    for row in table.rows where row[column] != .empty {
      guard let value = Self.value(row[column]), Self.unit(row[column]) == Self.unit(total) else {
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

  /// In millionths.
  private static func value(_ cell: Cell) -> Int128? {
    switch cell {
    case .integer(let number, _): Int128(number) * 1_000_000
    case .money(let cents, _): Int128(cents) * 10_000
    case .decimal(let text): CellSum.millionths(text)
    case .empty, .text, .day, .flag, .list, .state, .link: nil
    }
  }

  /// What is counted: numbers, or amounts of one currency.
  private static func unit(_ cell: Cell) -> String? {
    switch cell {
    case .integer, .decimal: "number"
    case .money(_, let currency): currency
    case .empty, .text, .day, .flag, .list, .state, .link: nil
    }
  }
}
