internal import Basics
internal import GRDB

/// The figures that the project has other than the rule book.
package struct RuleFigures: Sendable {
  let store: Store

  /// The rule book with the project's figures.
  package func book() throws -> RuleBook {
    try store.read { db in try RuleBook.inForce(db) }
  }

  /// Changes a figure; exchanges already agreed keep theirs.
  package func set(
    _ rule: String, _ figure: String, to value: String, because reason: String
  ) throws -> RuleBook {
    try store.write { write in
      try Self.belongs(rule, write.db)
      let inForce = try RuleBook.inForce(write.db)
      let value = try inForce.typed(value, rule, figure)
      let book = try inForce.overriding(rule, figure: figure, value: value, reason: reason)
      try write.db.execute(
        sql: """
          INSERT INTO rule_figure (id, rule, figure, value, reason) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (rule, figure) DO UPDATE SET value = excluded.value, reason = excluded.reason
          """,
        arguments: [
          write.nextID("rule_figure"), rule, figure, value.trimmed, reason.trimmed,
        ])
      write.records("\(figure) of \(rule) is \(value.trimmed)", affecting: [rule])
      return book
    }
  }

  /// Takes a figure back to that of the rule book.
  package func reset(_ rule: String, _ figure: String) throws -> RuleBook {
    try store.write { write in
      try Self.belongs(rule, write.db)
      let book = try RuleBook.inForce(write.db).resetting(rule, figure: figure)
      try write.db.execute(
        sql: "DELETE FROM rule_figure WHERE rule = ? AND figure = ?", arguments: [rule, figure])
      write.records("set \(figure) of \(rule) back to the rule book", affecting: [rule])
      return book
    }
  }

  /// Rules that are not of exchanges, and whose figures a report uses.
  private static let ofReports = ["payment-ceiling"]

  /// Only the rules of exchanges, of effort, of retention and of reports are changed here; the others answer to
  /// nothing yet.
  private static func belongs(_ id: String, _ db: Database) throws {
    if RuleBook.sharedRules.contains(where: { $0.id == id }) { return }
    let book = try RuleBook.stated(db)
    let known =
      book.exchangeRules.map(\.id)
      + book.rules.map(\.id).filter { Self.ofReports.contains($0) }
    guard known.contains(id) else { throw ProgrammeProblem.noSuchRule(id, known: known) }
  }
}

extension Store {
  package var ruleFigures: RuleFigures { RuleFigures(store: ofScheme) }
}

extension RuleBook {
  /// The book that holds for an exchange: the one it was agreed under, until then the one in force.
  static func of(_ exchange: Exchange, _ db: Database) throws -> RuleBook {
    try ExchangeRuleBooks(db, of: exchange.code).book(of: exchange)
  }

  /// Ties an exchange to the book in force, as it is agreed.
  static func keep(for code: ExchangeCode, _ write: Transaction) throws {
    try write.db.execute(
      sql: """
        UPDATE exchange SET rule_book = ?, rule_figures = (
          SELECT iif(count(*) = 0, NULL, json_group_array(json_object(
            'rule', rule, 'figure', figure, 'value', value, 'reason', reason)))
          FROM (SELECT * FROM rule_figure ORDER BY id))
        WHERE number = ?
        """,
      arguments: [inForce(write.db).version, code.number])
  }
}
