internal import Basics

/// How the amount and the euro of a line came about, put into words where they are asked for: a
/// statement of a hundred thousand lines asks for none.
final class LineArithmetic: Sendable {
  /// What the amount is made of.
  enum Origin: Sendable {
    /// A cost, with the VAT that counts.
    case cost(net: Money, vat: Money?)
    case payment
    /// Hours at the cost of a year.
    case work(PersonnelLine)
    /// Words that stand already, which say all.
    case told(String)
  }

  private let origin: Origin
  private let amount: Money
  private let euro: Money
  /// The rate that made the amount euro; nil where it was euro.
  private let rate: LedgerRates.Rate?

  init(_ origin: Origin, _ amount: Money, _ euro: Money, _ rate: LedgerRates.Rate?) {
    self.origin = origin
    self.amount = amount
    self.euro = euro
    self.rate = rate
  }

  convenience init(_ words: String) { self.init(.told(words), .zero(), .zero(), nil) }

  var words: String {
    let total = "\(amount)"
    var words: String
    switch origin {
    case .told(let words): return words
    case .cost(let net, let vat): words = vat.map { "\(net) + VAT \($0)" } ?? "\(net)"
    case .payment: words = total
    case .work(let line):
      let hours = line.exactHours ?? Fraction(Int128(line.hours))
      let told =
        hours.denominator == 1
        ? hundredthsText(line.hours) : hours.divided(by: Fraction(100))?.plain ?? ""
      words = "\(told) h x \(line.annualCost) / \(hundredthsText(line.productiveHours)) h"
    }
    if words != total { words += " = \(total)" }
    if let rate { words += "; \(rate.words(amount.decimal)) = \(euro)" }
    return words
  }
}

extension LineArithmetic: Equatable {
  static func == (one: LineArithmetic, other: LineArithmetic) -> Bool { one.words == other.words }
}
