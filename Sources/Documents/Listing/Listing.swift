internal import Basics

/// What is wanted of a list: which columns and rows, in which order, how many.
package struct Listing: Hashable, Sendable {
  /// Column names in the order wanted; nil for those the table shows by itself.
  package let columns: [String]?
  /// Column names, the most important first; a leading "-" turns the order round.
  package let sort: [String]
  /// A row must meet them all.
  package let conditions: [Condition]
  package let limit: Int?

  package init(
    columns: [String]? = nil, sort: [String] = [], conditions: [Condition] = [],
    limit: Int? = nil
  ) {
    self.columns = columns
    self.sort = sort
    self.conditions = conditions
    self.limit = limit
  }

  /// The table as wanted: chosen, then ordered, then cut, then its columns taken.
  ///
  /// Sums are left out of a table whose rows are not all there.
  package func apply(to table: Table) throws(ListingProblem) -> Table {
    var rows = try ordered(try chosen(table), of: table)
    if let limit { rows = Array(rows.prefix(max(0, limit))) }
    let total = rows.count == table.rowCount ? table.total : nil
    let sentence = table.isEmpty ? table.emptySentence : Self.nothingMatches(table.noun)
    guard let columns else {
      return Table(
        noun: table.noun, emptySentence: sentence, columns: table.columns, rows: rows,
        total: total)
    }
    let (kept, headings) = try wanted(columns, of: table)
    return Table(
      noun: table.noun, emptySentence: sentence, columns: headings,
      rows: rows.map { row in kept.map { row[$0] } },
      total: total.map { row in kept.map { row[$0] } })
  }

  private func chosen(_ table: Table) throws(ListingProblem) -> [[Cell]] {
    var rows = table.rows
    for condition in conditions {
      let column = try position(of: condition.column, in: table.columns)
      let kind = table.columns[column].kind
      var kept: [[Cell]] = []
      for row in rows where try condition.matches(row[column], of: kind) { kept.append(row) }
      rows = kept
    }
    return rows
  }

  private func ordered(_ rows: [[Cell]], of table: Table) throws(ListingProblem) -> [[Cell]] {
    var orders: [(column: Int, isDescending: Bool)] = []
    for word in sort {
      let isDescending = word.utf8.first == UInt8(ascii: "-")
      let name = isDescending ? String(word.dropFirst()) : word
      orders.append((try position(of: name, in: table.columns), isDescending))
    }
    guard !orders.isEmpty else { return rows }
    let keys = rows.map { row in orders.map { SortKey(row[$0.column]) } }
    let positions = rows.indices.sorted { left, right in
      for (key, order) in orders.enumerated() {
        switch (keys[left][key], keys[right][key]) {
        case (let a?, let b?):
          if a != b { return (a < b) != order.isDescending }
        case (nil, nil): continue
        case (let a, _): return a != nil
        }
      }
      return left < right
    }
    return positions.map { rows[$0] }
  }

  /// A column asked for twice stands once, since an object has each key only once.
  func wanted(
    _ names: [String], of table: Table
  ) throws(ListingProblem) -> (positions: [Int], columns: [Column]) {
    var positions: [Int] = []
    for name in names {
      let position = try position(of: name, in: table.columns)
      if !positions.contains(position) { positions.append(position) }
    }
    let columns = positions.map { position in
      var column = table.columns[position]
      column.isShown = true
      // Who names a column wants to see it.
      if column.rank != .key { column.rank = .main }
      return column
    }
    return (positions, columns)
  }

  /// A column by its name as it is written; else without regard to case, and with "-" and blanks
  /// for "_"; else by its name in the singular or plural.
  package func position(of name: String, in columns: [Column]) throws(ListingProblem) -> Int {
    if let found = columns.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return found
    }
    let wanted = Self.plain(name)
    if let found = columns.firstIndex(where: { Self.plain($0.name) == wanted }) {
      return found
    }
    if let found = columns.firstIndex(where: { Self.isOther(Self.plain($0.name), wanted) }) {
      return found
    }
    let known = columns.map(\.name)
    throw .unknownColumn(
      name, known: known, nearest: EditDistance.nearest(to: String(wanted), in: known))
  }

  private static func plain(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }

  /// Whether one of two names is the plural of the other.
  private static func isOther(_ one: String, _ two: String) -> Bool {
    let (short, long) = one.utf8.count < two.utf8.count ? (one, two) : (two, one)
    return long == short + "s" || short.hasSuffix("y") && long == short.dropLast() + "ies"
  }

  /// The names that the listing speaks of: of columns, of its order and of its conditions.
  package var names: [String] {
    (columns ?? []) + sort.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
      + conditions.map(\.column)
  }

  private static func nothingMatches(_ noun: String) -> String {
    // The key of work packages in JSON is older than the rule for keys.
    let words = noun == "workpackages" ? "work packages" : String(noun.map { $0 == "_" ? " " : $0 })
    return "No \(words) match."
  }
}
