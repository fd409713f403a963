internal import Basics
internal import GRDB

/// The payments to visitors: one for each funded exchange that this partnership manages.
package struct Payments: Sendable {
  let store: Store

  /// Every payment from the Commitment to Quality on, in the order of the exchanges.
  ///
  /// A virtual exchange has none, nor has one that another partnership pays.
  package func all() throws -> [Payment] {
    try store.read { db in try Self.all(db, today: store.invocation.today) }
  }

  static func all(_ db: Database, today: Day) throws -> [Payment] {
    let books = try ExchangeRuleBooks(db)
    return try Row.fetchAll(db, sql: selection).compactMap { row in
      let exchange = try Exchange(row: row)
      guard exchange.isPaidByUs, exchange.state.hasMoney else { return nil }
      let term = try books.book(of: exchange).rule("payment-term").whole("days")
      return try Payment(row: row, exchange: exchange, term: term, today: today)
    }
  }

  private static let selection = """
    SELECT every.*, organisation.iban AS visitor_iban,
           (SELECT happened_on FROM exchange_step
            WHERE exchange_id = every.id AND step = 'completed'
            ORDER BY exchange_step.id DESC LIMIT 1) AS completed_on
    FROM (\(Exchange.selection)) AS every
    JOIN profile ON profile.id = every.visitor_id
    JOIN organisation ON organisation.id = profile.organisation_id
    ORDER BY every.number
    """
}

extension Exchange {
  /// Whether this project's partnership pays the visitor.
  var isPaidByUs: Bool { mode != .virtual && visitorPartnership == nil }
}

extension Exchange.State {
  /// Whether an amount is agreed by now, and the exchange did not end without taking place.
  var hasMoney: Bool {
    switch self {
    case .draft, .applied, .eligible, .matched, .cancelled, .withdrawn, .noShow: false
    case .agreed, .contracted, .ongoing, .completed, .reported, .validated, .paid, .closed: true
    }
  }
}

extension Store {
  package var payments: Payments { Payments(store: ofScheme) }
}
