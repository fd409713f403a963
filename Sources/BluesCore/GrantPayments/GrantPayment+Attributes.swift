internal import Basics
internal import Documents
internal import GRDB

extension Attribute where R == GrantPayment {
  /// A day that every payment has.
  static func neededDay(
    _ name: String, _ path: any WritableKeyPath<R, Day?> & Sendable, _ heading: String,
    _ help: String, headings: String, option: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .day, uses: .all, option: option,
      cell: { .day(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        record[keyPath: path] = try context.day(texts.last ?? "", of: name)
      },
      storage: .optional(name, path))
  }

  /// An amount in euro that every payment has, kept in whole cents.
  static func grantAmount(
    _ name: String, _ path: any WritableKeyPath<R, Money?> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .amount, uses: .all,
      cell: { .amount($0[keyPath: path]) },
      read: { texts, record, _ in
        let expected = "an amount in EUR such as 144000.00"
        let amount = try AttributeProblem.amount(name, texts.last ?? "", expected: expected)
        guard amount.currency ?? "EUR" == "EUR" else {
          throw Refusal(name, rule: "amount", expected: expected)
        }
        record[keyPath: path] = Money(cents: Int64(amount.cents))
      },
      storage: AttributeStorage(
        columns: ["\(name)_cents"],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, "\(name)_cents")
        },
        bind: { record, _ in [record[keyPath: path]?.cents.databaseValue ?? .null] }))
  }
}
