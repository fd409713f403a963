internal import GRDB

extension RuleBook {
  /// The rules of the project's programme, with the targets that the project was started with.
  static func stated(_ db: Database) throws -> RuleBook {
    var book = try Programme.of(db).ruleBook
    let facts = try StatedFact.about(StatedFact.project, in: db)
    for target in Target.allCases {
      guard let fact = facts.first(where: { $0.name == target.fact }) else { continue }
      let source = Source.byTag.values.first { $0.description == fact.source }
      book = book.stating(
        target, fact.value, mark: fact.mark == .default ? .recalled : .confirmed,
        sources: [source?.tag ?? "OWN"])
    }
    return book
  }

  /// The rules with the figures that the project changed.
  ///
  /// - Throws: `UnreadValue` for a stored figure that no command would have taken.
  static func inForce(_ db: Database) throws -> RuleBook {
    var book = try stated(db)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, rule, figure, value, reason FROM rule_figure ORDER BY id"))
    for row in rows { book = try book.overriding(row, of: "rule_figure", Override(row: row)) }
    return book
  }

  /// The book with a figure as a row of a table has it.
  func overriding(_ row: Row, of table: String, _ override: Override) throws -> RuleBook {
    do {
      return try applying([override])
    } catch {
      let column =
        switch error {
        case .noSuchRule: "rule"
        case .noSuchFigure: "figure"
        case .reasonMissing: "reason"
        default: "value"
        }
      throw UnreadValue(table: table, column: column, row: try row.value("id"))
    }
  }
}

extension RuleBook.Override {
  init(row: Row) throws {
    try self.init(
      rule: row.value("rule"), figure: row.value("figure"), value: row.value("value"),
      reason: row.value("reason"))
  }
}

extension StatedFact {
  /// The targets that the project changed since, as facts of its own.
  static func changedTargets(_ db: Database) throws -> [StatedFact] {
    // Reading the rules costs more than all facts do, and few projects change one.
    guard try Int.fetchOne(db, sql: "SELECT 1 FROM rule_figure LIMIT 1") != nil else { return [] }
    let book = try RuleBook.inForce(db)
    return Target.allCases.compactMap { target in
      book.change(of: target).map { change in
        StatedFact(
          name: target.fact, value: change.value, mark: .own,
          source: "rule \(target.rule): \(change.reason)")
      }
    }
  }
}
