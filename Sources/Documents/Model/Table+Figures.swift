internal import Basics

/// The figures of a table as pages for people show them.
extension Table {
  /// The same table, whose columns of decimals have as many of them in every row.
  ///
  /// Figures with more than two decimals, such as exchange rates, stay as their source has them.
  var evened: Table {
    let decimals = columns.indices.map(decimals)
    guard decimals.contains(where: { $0 > 0 }) else { return self }
    func evened(_ row: [Cell]) -> [Cell] {
      zip(row, decimals).map { cell, count in count > 0 ? cell.padded(toDecimals: count) : cell }
    }
    return holding(rows.map(evened), total: total.map(evened))
  }

  /// The currency of all amounts that are shown; nil where there is none, or more than one.
  var sharedCurrency: String? {
    let cells = (rows + (total.map { [$0] } ?? [])).flatMap { row in shownColumns.map { row[$0] } }
    let currencies = Set(
      cells.compactMap { cell in
        if case .money(_, let currency) = cell { return currency }
        return nil
      })
    return currencies.count == 1 ? currencies.first : nil
  }

  /// The most decimals in a column of nothing but decimals; 0 where it has to stay as it is.
  private func decimals(of column: Int) -> Int {
    var most = 0
    for row in rows {
      guard Self.takesDecimals(row[column], &most) else { return 0 }
    }
    if let total, !Self.takesDecimals(total[column], &most) { return 0 }
    return most <= 2 ? most : 0
  }

  /// Whether a cell may stand in a column of decimals; the most of them that were seen.
  private static func takesDecimals(_ cell: Cell, _ most: inout Int) -> Bool {
    switch cell {
    case .decimal(let text): most = max(most, Cell.decimals(of: text))
    case .empty, .text: break
    default: return false
    }
    return true
  }
}

extension Cell {
  /// How many digits follow the point.
  fileprivate static func decimals(of text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  fileprivate func padded(toDecimals count: Int) -> Cell {
    guard case .decimal(let text) = self else { return self }
    let missing = count - Self.decimals(of: text)
    guard missing > 0, text.utf8.last.map({ (0x30...0x39).contains($0) }) == true else {
      return self
    }
    let zeros = String(repeating: "0", count: missing)
    return .decimal(text.contains(".") ? text + zeros : "\(text).\(zeros)")
  }
}

extension Document {
  /// The same page, whose tables have as many decimals in every row of a column.
  var evened: Document {
    var copy = self
    copy.blocks = blocks.map { block in
      if case .table(let table, let title) = block { return .table(table.evened, title: title) }
      return block
    }
    return copy
  }
}
