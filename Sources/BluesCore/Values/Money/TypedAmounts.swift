internal import Basics

extension WrittenAmount {
  /// Reads an amount as a person types it: `1234.5`, `1.234,50 CZK`.
  ///
  /// Every option, argument and value of a field is read by this one.
  ///
  /// - Throws: `MoneyProblem` for what is no amount, can be read in two ways, such as `1,234`, has parts
  ///   of a cent, or is above the largest amount.
  package init(typed text: String) throws(MoneyProblem) {
    guard let body = Body(text) else { throw .notAnAmount(text.trimmed) }
    guard let amount = WrittenAmount(body, decimal: nil) else {
      throw body.problem(text.trimmed)
    }
    self = amount
  }

  /// The same, where what is no amount and why one cannot be taken are problems of the caller.
  init<Failure: Error>(
    typed text: String, unreadable: @autoclosure () -> Failure, refused: (MoneyProblem) -> Failure
  ) throws(Failure) {
    do throws(MoneyProblem) {
      try self.init(typed: text)
    } catch {
      if case .notAnAmount = error { throw unreadable() }
      throw refused(error)
    }
  }
}

extension Money {
  /// The same with a currency, which is EUR where none is said.
  package init(typed text: String) throws(MoneyProblem) {
    let amount = try WrittenAmount(typed: text)
    let currency = amount.currency.flatMap { Currency($0) } ?? .eur
    self.init(cents: Int64(amount.cents), currency: currency)
  }
}

extension MoneyProblem {
  /// Refuses a number that can be read in two ways: `1.125` is 1125, or 1.125.
  package static func refuseEitherWay(_ text: String) throws(MoneyProblem) {
    guard let body = WrittenAmount.Body(text), case .either = body.evidence else { return }
    throw body.problem(text.trimmed)
  }
}

extension WrittenAmount {
  /// A number as a person types it, with a point before its decimals and no sign for thousands:
  /// `1234.5` of `1.234,5`; what is no number, or has a currency, stays as it is.
  ///
  /// - Throws: `MoneyProblem.eitherWay` for one that can be read in two ways.
  static func plainNumber(_ text: String) throws(MoneyProblem) -> String {
    try MoneyProblem.refuseEitherWay(text)
    guard let body = Body(text), body.currency == nil,
      let (whole, fraction) = DecimalSign.allCases.lazy.compactMap(body.groups).first
    else { return text }
    let digits = fraction.isEmpty ? whole : whole + [DecimalSign.point.byte] + fraction
    return (body.isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}

extension WrittenAmount.Body {
  /// Why the digits and signs of a text are no amount.
  func problem(_ text: String) -> MoneyProblem {
    let parts = bytes.split { $0 == 0x2E || $0 == 0x2C }.map { String(decoding: $0, as: UTF8.self) }
    if case .either = evidence {
      let sign = isNegative ? "-" : ""
      return .eitherWay(
        text, whole: sign + parts.joined(), parts: sign + parts.joined(separator: "."))
    }
    let fits = DecimalSign.allCases.filter { isWritten(with: $0) }
    guard let sign = fits.first else { return .notAnAmount(text) }
    let halves = bytes.split(separator: sign.byte)
    let whole = halves[0].filter(\.isDigit)
    if whole.count > 11 { return .tooLarge(text) }
    return halves.count == 2 && halves[1].count > 2 ? .tooManyDecimals(text) : .notAnAmount(text)
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
