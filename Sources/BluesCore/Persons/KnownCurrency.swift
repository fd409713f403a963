internal import Basics
internal import GRDB

/// Which currencies a cost or a rate of pay can be in.
enum KnownCurrency {
  /// Refuses a currency that is not one of ISO 4217 and has no exchange rate either.
  static func check(_ currency: Currency, since was: Currency?, _ db: Database) throws {
    guard currency != was, !currency.isOfISO else { return }
    let isRated =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM period_rate WHERE currency = ?1)
            OR EXISTS (SELECT 1 FROM exchange_rate WHERE currency = ?1)
          """, arguments: [currency.code]) ?? false
    guard !isRated else { return }
    throw Refusal(
      "currency", rule: "currency", expected: "a currency of ISO 4217 such as CZK",
      found: currency.code)
  }
}
