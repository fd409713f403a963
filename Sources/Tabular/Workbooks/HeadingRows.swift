/// Headings in two rows, where a cell of the upper one is merged above several of the lower.
enum HeadingRows {
  /// Whether a row may hold the headings: a lone cell above a table of many columns is its title,
  /// unless it stands merged above headings.
  static func holds(headings rows: [SheetRow], at index: Int, _ merges: [MergedRange]) -> Bool {
    let row = rows[index]
    if row.filled > 1 { return true }
    guard index + 1 < rows.count else { return false }
    let lower = rows[index + 1]
    return merges.contains { range in
      isAbove(range, row.number, lower) && lower.filled > range.columns.count
    }
  }

  /// Whether a range lies in the upper row alone, above filled cells of the lower.
  private static func isAbove(_ range: MergedRange, _ number: Int, _ lower: SheetRow) -> Bool {
    range.rows == number...number && range.columns.count > 1 && lower.number == number + 1
      && range.columns.allSatisfy { !lower.bytes(of: $0).isEmpty }
  }

  /// The headings of both rows in one, and what stands above each of the lower; nil where the
  /// second is none.
  ///
  /// The lower row alone heads a column where its heading is the only one of its name; else the
  /// upper one stands before it.
  static func joined(
    _ upper: [String], _ number: Int, _ row: SheetRow, _ merges: [MergedRange]
  ) -> (headings: [String], groups: [String])? {
    let groups = merges.filter { isAbove($0, number, row) }
    let lower = row.texts(width: upper.count)
    guard !groups.isEmpty, lower.allSatisfy(isHeading) else { return nil }
    var above = upper
    for group in groups {
      for column in group.columns where column <= above.count {
        above[column - 1] = upper[group.columns.lowerBound - 1]
      }
    }
    let headings = upper.indices.map { index in
      if lower[index].isEmpty { return upper[index] }
      let isOnly = lower.count { $0 == lower[index] } == 1 && !upper.contains(lower[index])
      return isOnly || above[index].isEmpty ? lower[index] : "\(above[index]) \(lower[index])"
    }
    return (headings, upper.indices.map { lower[$0].isEmpty ? "" : above[$0] })
  }

  /// Whether a text may head a column: it says something, but no number and no address.
  private static func isHeading(_ text: String) -> Bool {
    !text.utf8.contains(UInt8(ascii: "@"))
      && (text.isEmpty
        || text.utf8.contains { $0 > 0x7F || CellType.isAlphanumeric($0) && $0 > 0x39 })
  }
}
