internal import Basics
internal import Documents
internal import GRDB

extension Attribute {
  /// A share of a whole in per cent: `50`, `50 %`, or up to one `0.5`; kept in hundredths of a per
  /// cent.
  static func share(
    _ name: String, _ path: any WritableKeyPath<R, Int?> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .decimal(2...100), uses: .all,
      cell: { $0[keyPath: path].map { .decimal(hundredthsText($0)) } ?? .empty },
      read: { texts, record, _ in
        try AttributeProblem.refuseEitherWay(name, texts.last?.filter { $0 != "%" } ?? "")
        guard let share = shareHundredths(texts.last ?? "") else {
          throw Refusal(name, rule: name, expected: "a share such as 50 % or 0.5")
        }
        record[keyPath: path] = share
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional("\(name)_hundredths", path))
  }

  /// The ISO code of a currency that every record of the kind has.
  static func currency(
    _ name: String, _ path: any WritableKeyPath<R, Currency> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .form("currency"), uses: .all,
      cell: { .text($0[keyPath: path].code) },
      read: { texts, record, _ in
        guard let currency = Currency(spelled: texts.last ?? "") else {
          throw Refusal(name, rule: name, expected: "a currency such as EUR or CZK")
        }
        record[keyPath: path] = currency
      },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, name) { Currency($0) }
        },
        bind: { record, _ in [record[keyPath: path].code.databaseValue] }))
  }

  /// A number of hours that every record of the kind has, kept in hundredths.
  static func hours(
    _ name: String, _ path: any WritableKeyPath<R, Int> & Sendable, in range: ClosedRange<Int>,
    _ heading: String, _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .decimal(range), uses: .all,
      cell: { .decimal(hundredthsText($0[keyPath: path])) },
      read: { texts, record, _ in
        try AttributeProblem.refuseEitherWay(name, texts.last ?? "")
        guard let hours = (try? Figure(decimal: texts.last ?? ""))?.hundredths,
          (range.lowerBound * 100...range.upperBound * 100).contains(hours)
        else {
          throw Refusal(
            name, rule: name,
            expected: "hours from \(range.lowerBound) to \(range.upperBound), such as 1720")
        }
        record[keyPath: path] = hours
      },
      storage: AttributeStorage(
        columns: ["\(name)_hundredths"],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, name) },
        bind: { record, _ in [record[keyPath: path].databaseValue] }))
  }
}

extension Attribute where R == PersonRate {
  /// The cost of a year, the second argument of add; a currency beside it is taken over.
  static func annualCost(
    _ name: String, _ heading: String, _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .decimal(0...1_000_000_000),
      uses: [.shown, .argument, .listed],
      cell: { $0.annualCost.map { .decimal(payText($0)) } ?? .empty },
      read: { texts, record, _ in
        try AttributeProblem.refuseEitherWay(name, texts.last ?? "")
        guard let figure = try? Figure(decimal: texts.last ?? ""),
          figure.hundredths <= 100_000_000_000
        else {
          throw Refusal(
            name, rule: name, expected: "an amount up to 1000000000.00, such as 720000")
        }
        record.annualCost = figure.hundredths
        if let code = figure.currency, let currency = Currency(code) { record.currency = currency }
      },
      storage: AttributeStorage(
        columns: ["\(name)_hundredths"],
        load: { row, at, record in record.annualCost = try row.stored(at, name) },
        bind: { record, _ in [(record.annualCost ?? 0).databaseValue] }))
  }
}

/// Pay in hundredths with no decimals or two, as money has.
private func payText(_ hundredths: Int) -> String {
  hundredths % 100 == 0
    ? String(hundredths / 100) : "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
}

extension Currency {
  /// A currency by its code or sign, such as `CZK`, `Kč`, `€`.
  init?(spelled text: String) {
    if let figure = try? Figure("1 \(text.trimmed)"), let code = figure.currency,
      let currency = Currency(code)
    {
      self = currency
    } else {
      self.init(text)
    }
  }
}

/// A share in hundredths of a per cent: `50 %`, `50`, or up to one `0.5`.
private func shareHundredths(_ text: String) -> Int? {
  let hasSign = text.contains("%")
  guard let figure = try? Figure(text.filter { $0 != "%" }.trimmed), figure.currency == nil else {
    return nil
  }
  let share = figure.hundredths <= 100 && !hasSign ? figure.hundredths * 100 : figure.hundredths
  return (1...10_000).contains(share) ? share : nil
}
