package import Basics

extension Cell {
  /// As a terminal shows it: ISO days, amounts with their currency.
  package var shown: String {
    switch self {
    case .empty: ""
    case .text(let text), .decimal(let text), .link(let text): text
    case .day(let day): day.iso
    case .integer(let number, _): String(number)
    case .money(let cents, let currency): "\(Self.amount(cents: cents)) \(currency)"
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.joined(separator: ", ")
    case .state(let word, _): word
    }
  }

  /// As a report for people prints it: the day written out.
  var reported: String {
    guard case .day(let day) = self else { return shown }
    return day.spoken
  }

  /// As a cell of a data file: amounts without currency, lists joined by semicolons.
  package var exported: String {
    switch self {
    case .money(let cents, _): Self.amount(cents: cents)
    case .list(let items): items.joined(separator: "; ")
    case .empty, .text, .integer, .decimal, .day, .flag, .state, .link: shown
    }
  }

  /// The cell as JSON; absence is null, money keeps its currency.
  package var json: JSONValue {
    switch self {
    case .empty: .null
    case .text(let text), .link(let text): .string(text)
    case .day(let day): .string(day.iso)
    case .integer(let number, _): .integer(number)
    case .decimal(let text): .number(text)
    case .money(let cents, let currency):
      .object([
        JSONMember("amount", .string(Self.amount(cents: cents))),
        JSONMember("currency", .string(currency)),
      ])
    case .flag(let flag): .bool(flag)
    case .list(let items): .array(items.map { .string($0) })
    case .state(let word, _): .string(word)
    }
  }

  /// Whole cents as "415.00".
  static func amount(cents: Int) -> String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")\(whole).\(padded(Int(rest), to: 2))"
  }
}
