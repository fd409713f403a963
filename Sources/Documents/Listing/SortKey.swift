internal import Basics

/// What a cell is ordered by: numbers by value, days by date, words as people count them.
enum SortKey: Comparable {
  case number(currency: String, PlainNumber)
  case day(Day)
  case words(NaturalText)

  /// Nil for an empty cell, which stands last in either direction.
  init?(_ cell: Cell) {
    guard !cell.shown.isEmpty else { return nil }
    switch cell {
    case .empty: return nil
    case .integer, .decimal:
      guard let number = PlainNumber(cell.shown) else {
        self = .words(NaturalText(cell.shown))
        return
      }
      self = .number(currency: "", number)
    case .money(_, let currency):
      guard let number = PlainNumber(cell.exported) else { return nil }
      self = .number(currency: currency, number)
    case .day(let day): self = .day(day)
    case .flag, .text, .list, .state, .link:
      self = .words(NaturalText(cell.shown))
    }
  }
}

/// Text ordered without case and accents, runs of digits by their value: D3.2 before D3.10.
struct NaturalText: Comparable {
  private let folded: [UInt8]
  private let exact: [UInt8]

  init(_ text: String) {
    folded = Array(Folding.folded(text).utf8)
    exact = Array(text.utf8)
  }

  /// Only text of the same bytes is equal, so that the order is always the same.
  static func == (left: NaturalText, right: NaturalText) -> Bool { left.exact == right.exact }

  static func < (left: NaturalText, right: NaturalText) -> Bool {
    let (a, b) = (left.folded, right.folded)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (first, second) = (digits(of: a, at: i), digits(of: b, at: j))
      if first.isEmpty || second.isEmpty {
        guard a[i] == b[j] else { return a[i] < b[j] }
        (i, j) = (i + 1, j + 1)
        continue
      }
      let (x, y) = (first.drop { $0 == 0x30 }, second.drop { $0 == 0x30 })
      guard x.count == y.count else { return x.count < y.count }
      guard x.elementsEqual(y) else { return x.lexicographicallyPrecedes(y) }
      (i, j) = (first.endIndex, second.endIndex)
    }
    if i < a.count || j < b.count { return i == a.count }
    return left.exact.lexicographicallyPrecedes(right.exact)
  }

  private static func digits(of bytes: [UInt8], at start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix(while: \.isDigit)
  }
}
