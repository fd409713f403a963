package import Basics
internal import GRDB

/// What an exchange paid to a visitor: the costs of category C.
package struct SupportPayment: Sendable, Equatable {
  package let exchange: ExchangeCode
  /// The partner that manages and pays the visitor.
  package let partner: String
  package let visitor: String
  package let on: Day
  package let amount: Money

  package init(exchange: ExchangeCode, partner: String, visitor: String, on: Day, amount: Money) {
    self.exchange = exchange
    self.partner = partner
    self.visitor = visitor
    self.on = on
    self.amount = amount
  }

  /// Every payment of a visitor that a partner of the project made.
  static func all(_ db: Database) throws -> [SupportPayment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT exchange.number AS number, partner.code AS partner, organisation.name AS visitor,
               exchange.paid_cents AS paid,
               (SELECT happened_on FROM exchange_step
                WHERE exchange_id = exchange.id AND step = 'paid'
                ORDER BY exchange_step.id DESC LIMIT 1) AS paid_on
        FROM exchange
        JOIN profile ON profile.id = exchange.visitor_id
        JOIN organisation ON organisation.id = profile.organisation_id
        JOIN partner ON partner.id = profile.managing_partner_id
        WHERE exchange.paid_cents IS NOT NULL AND exchange.state IN ('paid', 'closed')
          AND profile.partnership IS NULL
        ORDER BY exchange.number
        """
    ).compactMap { row in
      guard let on: Day = try row.value("paid_on") else { return nil }
      return SupportPayment(
        exchange: try row.value("number"), partner: try row.value("partner"),
        visitor: try row.value("visitor"), on: on, amount: try row.value("paid"))
    }
  }

  /// What is agreed with visitors and not paid yet, by the partner that pays.
  static func open(_ db: Database) throws -> [String: Int64] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code AS partner, sum(exchange.agreed_cents) AS agreed
        FROM exchange
        JOIN profile ON profile.id = exchange.visitor_id
        JOIN partner ON partner.id = profile.managing_partner_id
        WHERE exchange.agreed_cents IS NOT NULL AND profile.partnership IS NULL
          AND exchange.mode <> 'virtual'
          AND exchange.state IN
            ('agreed', 'contracted', 'ongoing', 'completed', 'reported', 'validated')
        GROUP BY partner.code
        """)
    return try rows.reduce(into: [:]) { $0[try $1.value("partner")] = try $1.value("agreed") }
  }
}
