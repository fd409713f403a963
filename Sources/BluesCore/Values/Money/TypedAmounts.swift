internal import Basics

extension Money {
  /// An amount as a person types it, with a point or a comma before the cents: `1234.5`, `1234,50 CZK`.
  ///
  /// - Throws: `MoneyProblem` also for what can be read in two ways, such as `1,234`.
  package init(typed text: String) throws(MoneyProblem) {
    guard let written = WrittenAmount(text, decimal: nil) else {
      try self.init(text)
      return
    }
    let currency = written.currency.flatMap { Currency($0) } ?? .eur
    self.init(cents: Int64(written.cents), currency: currency)
  }
}

extension WrittenAmount {
  /// An amount as a person types it beside words, with a point or a comma before the cents.
  init?(typed text: String) {
    guard let amount = WrittenAmount(text, decimal: nil) ?? WrittenAmount(text, decimal: .point)
    else { return nil }
    self = amount
  }
}

extension String {
  /// What is between commas; a comma between two digits is part of an amount.
  var listedParts: [String] {
    var parts: [String] = [""]
    let signs = Array(self)
    for (place, sign) in signs.enumerated() {
      let isInside =
        place > 0 && signs[place - 1].isNumber && place + 1 < signs.count
        && signs[place + 1].isNumber
      if sign == ",", !isInside {
        parts.append("")
      } else {
        parts[parts.count - 1].append(sign)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
