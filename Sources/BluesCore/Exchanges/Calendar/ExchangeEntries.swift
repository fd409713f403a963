package import Documents
internal import GRDB

/// The days of exchanges as entries of a calendar: stays, and terms of payment.
package struct ExchangeEntries: Sendable {
  let store: Store

  /// The entries of these exchanges, or of all that did not end without taking place.
  package func all(_ codes: [ExchangeCode] = []) throws -> [CalendarEvent] {
    try store.read { db in
      let identity = try CalendarIdentity(db)
      let payments = try Payments.all(db, today: store.invocation.today)
      let exchanges =
        codes.isEmpty
        ? try Exchange.fetchAll(db, sql: "\(Exchange.selection) ORDER BY exchange.number")
        : try codes.map { try Exchanges.fetch($0, db) }
      return exchanges.filter { !$0.state.isExit }.flatMap { exchange in
        let payment = payments.first { $0.code == exchange.code }
        return [Self.stay(exchange, identity)]
          + [payment.flatMap { Self.term(of: $0, identity) }].compactMap(\.self)
      }
    }
  }

  package func name() throws -> String {
    try store.read { db in "\(try CalendarIdentity(db).acronym) exchanges" }
  }

  private static func stay(
    _ exchange: Exchange, _ identity: CalendarIdentity
  ) -> CalendarEvent {
    let country = exchange.hostCountry.flatMap { CountryCode($0) }?.englishName
    let kind = exchange.mode == .physical ? "" : " (\(exchange.mode.rawValue))"
    return CalendarEvent(
      uid: identity.uid("\(exchange.code)-stay"),
      summary: "\(exchange.code) \(exchange.visitor) at \(exchange.host)\(kind)",
      description: "\(identity.acronym) exchange, \(exchange.state.rawValue).",
      location: exchange.mode == .virtual
        ? nil : [exchange.host, country].compactMap(\.self).joined(separator: ", "),
      firstDay: exchange.firstDay, lastDay: exchange.lastDay, category: "Stay")
  }

  /// The last day to pay, with a reminder three days before and one on the day.
  private static func term(
    of payment: Payment, _ identity: CalendarIdentity
  ) -> CalendarEvent? {
    guard let due = payment.due, payment.state != .paid else { return nil }
    let amount = payment.agreed.map { " \($0)" } ?? ""
    return CalendarEvent(
      uid: identity.uid("\(payment.code)-payment"),
      summary: "Pay \(payment.code):\(amount) to \(payment.payee)",
      description: "Rule payment-term; the exchange is \(payment.exchangeState.rawValue).",
      firstDay: due, lastDay: due, category: "Deadline", alarms: [3, 0])
  }
}

extension Store {
  package var exchangeEntries: ExchangeEntries { ExchangeEntries(store: ofScheme) }
}
