package import Basics
internal import GRDB

/// The rules that a person says the Agency waived, with the reason.
package struct WaiverRequest: Sendable, Equatable {
  package let rules: [String]
  package let reason: String

  package static let none = WaiverRequest(rules: [], reason: "")

  package init(rules: [String], reason: String) {
    self.rules = rules
    self.reason = reason
  }
}

/// A rule that the Agency waived for one exchange.
package struct Waiver: Sendable, Equatable {
  package let rule: String
  package let reason: String
  package let on: Day

  static func of(_ code: ExchangeCode, _ db: Database) throws -> [Waiver] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT rule, reason, approved_on FROM exchange_approval
        JOIN exchange ON exchange.id = exchange_id
        WHERE exchange.number = ? ORDER BY exchange_approval.id
        """, arguments: [code.number]
    ).map {
      try Waiver(
        rule: $0.value("rule"), reason: $0.value("reason"), on: $0.value("approved_on"))
    }
  }

  /// Keeps the Agency's word with the exchange; only some rules can be waived.
  static func keep(
    _ word: WaiverRequest, for code: ExchangeCode, on day: Day, _ write: Transaction
  ) throws {
    let book = try RuleBook.of(Exchanges.fetch(code, write.db), write.db)
    let reason = word.reason.trimmed
    for id in word.rules {
      let rule = try book.rule(id)
      guard rule.isApprovable else {
        throw ExchangeProblem.notApprovable(
          rule.breach("The Agency cannot waive the rule \(id)."),
          known: book.rules.filter(\.isApprovable).map(\.id))
      }
      guard !reason.utf8.isEmpty else { throw ExchangeProblem.approvalWithoutReason(rule: id) }
      try write.db.execute(
        sql: """
          INSERT INTO exchange_approval (id, exchange_id, rule, reason, approved_on)
          SELECT ?, id, ?, ?, ? FROM exchange WHERE number = ?
          ON CONFLICT (exchange_id, rule)
          DO UPDATE SET reason = excluded.reason, approved_on = excluded.approved_on
          """,
        arguments: [write.nextID("exchange_approval"), id, reason, day, code.number])
    }
  }
}
