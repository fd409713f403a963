internal import Basics
internal import Documents
internal import GRDB

/// A record with amounts that are all in one currency of its own.
protocol PricedRecord: Record {
  var currency: Currency { get }
  /// The currency that an amount was said with, until the record is checked.
  var namedCurrency: Currency? { get set }
}

extension Attribute where R: PricedRecord {
  /// An amount in the record's currency, kept in whole cents; nil where nothing was said of it.
  ///
  /// One that is needed cannot be cleared, and the register's check asks for it.
  static func amount(
    _ name: String, _ path: any WritableKeyPath<R, Int?> & Sendable, isNeeded: Bool,
    _ heading: String, _ help: String, headings: String, uses: AttributeUses = .all
  ) -> Attribute {
    let column = "\(name)_cents"
    var clear: (@Sendable (inout R) -> Void)?
    if !isNeeded { clear = { $0[keyPath: path] = nil } }
    return Attribute(
      name, heading, help, headings: headings, kind: .amount, uses: uses,
      cell: { record in
        record[keyPath: path].map { .money(cents: $0, currency: record.currency.code) } ?? .empty
      },
      read: { texts, record, _ in
        let text = texts.last ?? ""
        let amount = try AttributeProblem.amount(
          name, text, expected: "an amount such as 1234.50 or 1.234,50 EUR")
        record[keyPath: path] = amount.cents
        guard let code = amount.currency, let currency = Currency(code) else { return }
        if let named = record.namedCurrency, named != currency {
          throw Refusal(name, rule: "currency", expected: "an amount in \(named)")
        }
        record.namedCurrency = currency
      },
      clear: clear,
      storage: AttributeStorage(
        columns: [column],
        load: { row, at, record in record[keyPath: path] = try row.storedOrNil(at, column) },
        bind: { record, _ in [record[keyPath: path]?.databaseValue ?? .null] }))
  }
}

extension AttributeProblem {
  /// An amount that a person or a list says of an attribute.
  static func amount(
    _ attribute: String, _ text: String, expected: String
  ) throws -> WrittenAmount {
    try WrittenAmount(
      typed: text,
      unreadable: Refusal(attribute, rule: "amount", expected: expected) as any Error
    ) { AttributeProblem(attribute: attribute, problem: $0) }
  }

  /// Reads a number with what stands behind it; one that can be read in two ways is a problem of the
  /// attribute.
  static func number<Value>(
    _ attribute: String, _ read: () throws(MoneyProblem) -> Value
  ) throws(AttributeProblem) -> Value {
    do throws(MoneyProblem) {
      return try read()
    } catch {
      throw AttributeProblem(attribute: attribute, problem: error)
    }
  }

  /// Refuses a number that can be read in two ways.
  static func refuseEitherWay(_ attribute: String, _ text: String) throws {
    try number(attribute) { () throws(MoneyProblem) in try MoneyProblem.refuseEitherWay(text) }
  }
}

extension Attribute {
  /// A category of costs of the programme, which every record of the kind has.
  static func category(
    _ path: any WritableKeyPath<R, String> & Sendable, _ help: String
  ) -> Attribute {
    Attribute(
      "category", "Category", help,
      headings: "cost category,budget category,category of costs\(HeadingWords.category)",
      kind: .form("cost category"), uses: .all,
      cell: { .text(orEmpty: $0[keyPath: path].isEmpty ? nil : $0[keyPath: path]) },
      read: { texts, record, context in
        let categories = try context.costCategories()
        guard let found = categories.meant(by: texts.last ?? "") else {
          throw Refusal("category", rule: "category", words: categories.codes)
        }
        record[keyPath: path] = found.code
      },
      storage: AttributeStorage(
        columns: ["category"],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, "category") },
        bind: { record, _ in [record[keyPath: path].databaseValue] }))
  }
}
