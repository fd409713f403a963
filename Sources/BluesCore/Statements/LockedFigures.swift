internal import GRDB

/// The figures of the rules on money as they were when a period was locked, so that its statement is
/// the same for ever.
enum LockedFigures {
  /// Keeps the figures that are in force, with the row of the lock.
  static func keep(at step: Int64, _ write: Transaction) throws {
    let book = try RuleBook.inForce(write.db)
    for rule in book.rules where GrantFigures.rules.contains(rule.id) {
      for figure in rule.figureNames {
        let reason = book.overrides.first { $0.rule == rule.id && $0.figure == figure }?.reason
        try write.db.execute(
          sql: """
            INSERT INTO locked_figure (id, step_id, rule, figure, value, reason)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            write.nextID("locked_figure"), step, rule.id, figure, rule.text(figure), reason,
          ])
      }
    }
  }

  /// The rule book of each period that is locked now, by its name; none for a lock that kept no figures.
  static func books(_ db: Database) throws -> [String: RuleBook] {
    let story = try PeriodStory(db)
    let stated = try RuleBook.stated(db)
    var books: [String: RuleBook] = [:]
    for period in try Period.all(db) {
      guard let lock = story.lock(of: period) else { continue }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, rule, figure, value, reason FROM locked_figure WHERE step_id = ? ORDER BY id
          """,
        arguments: [lock])
      guard !rows.isEmpty else { continue }
      books[period.name] = try book(rows, of: period.name, over: stated)
    }
    return books
  }

  /// The rules as they are stated, with what the lock keeps of them.
  private static func book(
    _ rows: [Row], of period: String, over stated: RuleBook
  ) throws -> RuleBook {
    var book = stated
    for row in rows {
      let (name, figure): (String, String) = (try row.value("rule"), try row.value("figure"))
      let value: String = try row.value("value")
      let reason: String? = try row.value("reason")
      // A newer program may know other rules.
      guard let rule = try? book.rule(name), let now = try? rule.text(figure) else { continue }
      guard now != value || reason != nil else { continue }
      book = try book.overriding(
        row, of: "locked_figure",
        RuleBook.Override(
          rule: name, figure: figure, value: value,
          reason: reason ?? "as at the lock of \(period)"))
    }
    return book
  }
}

extension Ledger {
  /// Takes the rules and the rates that the locks of the periods keep.
  mutating func takeLocked(_ db: Database) throws {
    books = try LockedFigures.books(db)
    let programme = try Programme.of(db)
    lockedCategories = try books.mapValues { try CostCategories(programme, $0) }
  }
}
