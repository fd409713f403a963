package import Basics
package import Tabular

/// A file of the European Central Bank with reference rates, whatever its layout.
///
/// History and daily files have one column or one row a currency, the data portal's list has one
/// row an observation. All state units of the currency for one euro.
package struct RateFile: Sendable {
  /// The rate of a currency on a day.
  package struct Observation: Sendable {
    /// The place of the currency among `currencies`.
    let currency: Int
    package let day: Day
    package let rate: ExactRate
  }

  package private(set) var currencies: [Currency] = []
  package private(set) var observations: [Observation] = []
  /// Rows of series that are no daily reference rates of the euro.
  package internal(set) var passedOver = 0
  private var places: [String: Int] = [:]

  /// Reads a history or daily file as CSV or XML, or the data portal's CSV, packed or not.
  ///
  /// - Throws: `RateFileProblem` for what is none of them; `TabularProblem` for what cannot be read.
  package init(_ source: ByteSource, named name: String) throws {
    let text = try PackedText.read(source)
    let bytes =
      text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.bytes.dropFirst(3)) : text.bytes
    if bytes.first(where: { !$0.isBlank && $0 != 0x0A && $0 != 0x0D }) == 0x3C {
      try read(xml: bytes, name)
    } else {
      try read(csv: bytes, name)
    }
    guard let days else { throw RateFileProblem.noRates(name) }
    for day in [days.lowerBound, days.upperBound] where !(1999...2199).contains(day.year) {
      throw RateFileProblem.broken(file: name, detail: "the euro had no rates on \(day)")
    }
  }

  /// The first and the last day with a rate.
  package var days: ClosedRange<Day>? {
    guard let first = observations.map(\.day).min(), let last = observations.map(\.day).max() else {
      return nil
    }
    return first...last
  }

  /// The place of a currency, which is noted where it is new.
  mutating func place(of currency: Currency) -> Int {
    if let place = places[currency.code] { return place }
    places[currency.code] = currencies.count
    currencies.append(currency)
    return currencies.count - 1
  }

  mutating func add(_ currency: Int, _ day: Day, _ rate: ExactRate) {
    observations.append(Observation(currency: currency, day: day, rate: rate))
  }
}

/// Why a file of exchange rates cannot be taken.
package enum RateFileProblem: Problem, Equatable {
  case unknownLayout(String)
  case noRates(String)
  /// A cell that is no day or no rate, with its line.
  case unreadable(file: String, line: Int, expected: String, found: String)
  case broken(file: String, detail: String)
  /// Two rates of one currency on one day.
  case twice(file: String, Currency, on: Day, ExactRate, ExactRate)

  package var message: String {
    switch self {
    case .unknownLayout(let file): "\(file) has none of the layouts of the ECB's exchange rates."
    case .noRates(let file): "\(file) has no daily reference rate of the euro."
    case .unreadable(let file, let line, let expected, let found):
      "\(file):\(line): found \"\(found)\", expected \(expected)."
    case .broken(let file, let detail): "\(file) cannot be read: \(detail)."
    case .twice(let file, let currency, let day, let one, let other):
      "\(file) has two rates of \(currency) on \(day): \(one) and \(other)."
    }
  }

  package var hint: String? { "fetch eurofxref-hist.zip from \(RateSource.ecb.page)" }

  package var kind: ProblemKind { .badData }
}
