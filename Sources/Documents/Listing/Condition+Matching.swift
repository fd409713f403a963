internal import Basics

extension Condition {
  /// Whether a cell meets the condition; an empty cell only meets "=" with nothing, and "!=".
  ///
  /// - Throws: `ListingProblem.wrongValue` when a number, day or yes/no is compared with
  ///   something else.
  func matches(_ cell: Cell, of kind: ColumnKind = .text) throws(ListingProblem) -> Bool {
    if cell == .empty || cell.shown.isEmpty || value.isEmpty {
      let same = value.isEmpty && (cell == .empty || cell.shown.isEmpty)
      return relation == .unequal ? !same : relation == .equal && same
    }
    if relation == .contains { return contains(cell) }
    switch cell {
    case .integer, .decimal, .money: return try compare(number: cell)
    case .day(let day): return try compare(day: day)
    case .flag(let flag): return try compare(flag: flag)
    case .list(let items):
      if relation == .equal { return items.contains(where: isSameWord) }
      if relation == .unequal { return !items.contains(where: isSameWord) }
      return compare(word: cell.shown)
    case .text(let text) where kind == .figure: return try compare(figure: text)
    case .text(let text) where kind == .time || kind == .writtenDay:
      guard let day = Day(iso: String(text.prefix(10))) else { return compare(word: text) }
      return try compare(day: day)
    case .text, .state, .link, .empty: return compare(word: cell.shown)
    }
  }

  private func contains(_ cell: Cell) -> Bool {
    let (text, part) = (Folding.folded(cell.shown).utf8, Array(Folding.folded(value).utf8))
    guard let first = part.first else { return true }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private func compare(number cell: Cell) throws(ListingProblem) -> Bool {
    guard let number = PlainNumber(cell.exported) else { return compare(word: cell.shown) }
    guard let wanted = PlainNumber(value) else { throw wrongValue("a number such as 12.50") }
    return holds(number, wanted)
  }

  /// A text that is no number is neither above nor below one.
  private func compare(figure text: String) throws(ListingProblem) -> Bool {
    if let found = try? Figure(text), let wanted = try? Figure(value) {
      return holds(found.hundredths, wanted.hundredths)
    }
    switch relation {
    case .equal: return isSameWord(text)
    case .unequal: return !isSameWord(text)
    default:
      guard (try? Figure(value)) != nil else { throw wrongValue("a number such as 12.50") }
      return false
    }
  }

  /// A shorter value such as "2020-07" stands for the whole month or year.
  private func compare(day: Day) throws(ListingProblem) -> Bool {
    guard Self.isDay(value) else { throw wrongValue(Self.day) }
    return holds(String(decoding: day.iso.utf8.prefix(value.utf8.count), as: UTF8.self), value)
  }

  /// Whether a text is a day, a month or a year in ISO form.
  package static func isDay(_ text: String) -> Bool {
    let count = text.utf8.count
    let complete = count < 10 ? text + "-01-01".suffix(10 - count) : text
    return [4, 7, 10].contains(count) && Day(iso: complete) != nil
  }

  /// What a day may be compared with.
  package static let day =
    "a day such as 2020-07-31, today or +2w, a month 2020-07 or a year 2020"

  private func compare(flag: Bool) throws(ListingProblem) -> Bool {
    let wanted = ["yes": true, "true": true, "no": false, "false": false][value.lowercased()]
    guard let wanted, relation == .equal || relation == .unequal else {
      throw wrongValue("=yes or =no")
    }
    return (flag == wanted) == (relation == .equal)
  }

  private func compare(word: String) -> Bool {
    if relation == .equal { return isSameWord(word) }
    if relation == .unequal { return !isSameWord(word) }
    if PlainNumber(value) != nil, !Self.startsWithNumber(word) { return false }
    return holds(NaturalText(word), NaturalText(value))
  }

  /// Whether a text can stand above or below a number.
  private static func startsWithNumber(_ text: String) -> Bool {
    text.utf8.drop { $0 == 0x20 || $0 == 0x2D || $0 == 0x2B }.first?.isDigit == true
  }

  /// Case is no difference between words, an accent is.
  private func isSameWord(_ word: String) -> Bool { word.lowercased() == value.lowercased() }

  private func holds<Value: Comparable>(_ found: Value, _ wanted: Value) -> Bool {
    switch relation {
    case .equal: found == wanted
    case .unequal: found != wanted
    case .less: found < wanted
    case .greater: found > wanted
    case .atMost: found <= wanted
    case .atLeast: found >= wanted
    case .contains: false
    }
  }

  private func wrongValue(_ expected: String) -> ListingProblem {
    .wrongValue(column: column, value: value, expected: expected)
  }
}
