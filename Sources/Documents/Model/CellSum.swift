internal import Basics

/// The exact sum of cells: whole numbers, decimals and amounts, each currency by itself.
package struct CellSum {
  /// In millionths; nil until a number was added.
  private var number: Int128?
  /// The most digits behind a point.
  private var decimals = 0
  private var cents: [String: Int] = [:]

  package init() {}

  /// Adds a cell; what is no number counts for nothing.
  package mutating func add(_ cell: Cell) {
    switch cell {
    case .integer(let whole, _): number = (number ?? 0) + Int128(whole) * 1_000_000
    case .money(let amount, let currency):
      cents[currency] = (cents[currency] ?? 0).addingReportingOverflow(amount).partialValue
    case .decimal(let text):
      guard let value = Self.millionths(text) else { return }
      number = (number ?? 0) + value
      decimals = max(decimals, text.split(separator: ".").dropFirst().first?.utf8.count ?? 0)
    case .empty, .text, .day, .flag, .list, .state, .link: return
    }
  }

  /// The sum: empty without numbers, a list where there are several currencies.
  package var cell: Cell {
    let amounts = cents.sorted { $0.key < $1.key }.map { Cell.money(cents: $1, currency: $0) }
    if amounts.count == 1, number == nil { return amounts[0] }
    guard amounts.isEmpty else { return .list(amounts.map(\.shown) + (written.map { [$0] } ?? [])) }
    guard let number, let written else { return .empty }
    guard decimals == 0 else { return .decimal(written) }
    return Int(exactly: number / 1_000_000).map { .integer($0) } ?? .decimal(written)
  }

  private var written: String? {
    guard let number else { return nil }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let part = zeroPadded(String(rest), to: 6).prefix(decimals)
    return "\(number < 0 ? "-" : "")\(whole)\(decimals == 0 ? "" : ".\(part)")"
  }

  /// The figure of a cell in millionths; nil where it has none.
  static func value(of cell: Cell) -> Int128? {
    switch cell {
    case .integer(let number, _): Int128(number) * 1_000_000
    case .money(let cents, _): Int128(cents) * 10_000
    case .decimal(let text): millionths(text)
    case .empty, .text, .day, .flag, .list, .state, .link: nil
    }
  }

  /// What is counted: numbers, or amounts of one currency.
  static func unit(of cell: Cell) -> String? {
    switch cell {
    case .integer, .decimal: "number"
    case .money(_, let currency): currency
    case .empty, .text, .day, .flag, .list, .state, .link: nil
    }
  }

  /// A plain number in millionths; nil for one with more digits behind the point.
  static func millionths(_ text: String) -> Int128? {
    guard PlainNumber(text) != nil else { return nil }
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".")
    guard let first = parts.first, let whole = Int128(first), parts.count <= 2 else { return nil }
    let rest = parts.count == 2 ? String(parts[1]) : ""
    guard rest.utf8.count <= 6,
      let part = Int128(rest + String(repeating: "0", count: 6 - rest.utf8.count))
    else { return nil }
    let value = whole * 1_000_000 + part
    return text.utf8.first == UInt8(ascii: "-") ? -value : value
  }
}
