internal import Basics
internal import GRDB

extension PrivacyFigures {
  /// Reads all of them.
  package init(of store: Store) throws {
    self = try store.read { db in
      try PrivacyFigures(db, today: store.invocation.today, days: store.invocation.days)
    }
  }

  private init(_ db: Database, today: Day, days: LocalDays) throws {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    records = try ProcessingRecord.fetchAll(db, days: days)
    grounds = try Row.fetchAll(
      db,
      sql: """
        SELECT basis, count(*) AS count FROM contact
        WHERE \(Erasures.isHeld)
        GROUP BY basis ORDER BY count DESC, basis
        """
    ).map { Ground(basis: try $0.value("basis"), count: try $0.value("count")) }
    firstWithoutGround = try Int64.fetchOne(
      db, sql: "SELECT min(id) FROM contact WHERE basis IS NULL AND \(Erasures.isHeld)"
    ).map { "C\(RowID($0).running)" }
    lists = try Row.fetchAll(
      db,
      sql: """
        SELECT batch.operation AS step, file_name, source, partner, at, held
        FROM (SELECT batch AS step, count(*) AS held FROM contact
              WHERE batch IS NOT NULL AND \(Erasures.isHeld) GROUP BY batch)
        JOIN batch ON batch.operation = step JOIN operation ON operation.id = batch.operation
        ORDER BY step
        """
    ).map { row in
      List(
        step: try row.value("step"), file: try row.value("file_name"),
        source: try row.value("source"), partner: try row.value("partner"),
        on: days.day(try row.value("at")), held: try row.value("held"))
    }
    byHand = try count("SELECT count(*) FROM contact WHERE batch IS NULL AND \(Erasures.isHeld)")
    given = try Given.fetchAll(db, days: days)
    due = try Retention.due(on: today, db)
    unproved = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM contact
        WHERE basis = 'consent' AND \(Erasures.isHeld)
          AND id NOT IN (SELECT contact_id FROM (\(ConsentEntry.words))
                         WHERE place = 1 AND act = 'given')
        ORDER BY id
        """
    ).map { "C\(RowID($0).running)" }
    doubtful = try DoubtfulContacts.all(db).map { "C\(RowID($0.id).running)" }
    erased = try count("SELECT count(DISTINCT person) FROM erasure")
    stopped = try count("SELECT count(*) FROM stop_person")
  }
}

extension PrivacyFigures.Given {
  /// Everything that was given out, the latest first.
  static func fetchAll(_ db: Database, days: LocalDays) throws -> [PrivacyFigures.Given] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT operation.id AS step, at, who, disclosure.*
        FROM disclosure JOIN operation ON operation.id = disclosure.id
        ORDER BY step DESC
        """
    ).map { row in
      PrivacyFigures.Given(
        step: try row.value("step"), on: days.day(try row.value("at")), by: try row.value("who"),
        disclosure: try Disclosure(row: row))
    }
  }
}
