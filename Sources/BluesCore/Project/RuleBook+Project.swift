internal import GRDB

extension RuleBook {
  /// The rules of the project's programme, with the targets that the project was started with.
  static func stated(_ db: Database) throws -> RuleBook {
    var book = try Programme.of(db).ruleBook
    for target in Target.allCases {
      guard let fact = try StatedFact.one(target.fact, about: StatedFact.project, in: db) else {
        continue
      }
      let source = Source.byTag.values.first { $0.description == fact.source }
      book = book.stating(
        target, fact.value, mark: fact.mark == .default ? .recalled : .confirmed,
        sources: [source?.tag ?? "OWN"])
    }
    return book
  }

  /// The rules with the figures that the project changed.
  static func inForce(_ db: Database) throws -> RuleBook {
    try stated(db).applying(
      Row.fetchAll(db, sql: "SELECT rule, figure, value, reason FROM rule_figure ORDER BY id")
        .map(Override.init))
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
