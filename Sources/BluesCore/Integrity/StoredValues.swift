internal import Basics
internal import Foundation
internal import GRDB

/// Reads every value as the commands read it, and looks at the type of each.
struct StoredValues {
  let store: Store

  func faults() throws -> [IntegrityFault] {
    let types = try store.read { try Self.types($0) + Self.encodings($0) }
    // What cannot be read for its type is told once.
    guard types.isEmpty else { return types }
    return try readings.flatMap { reading in
      try IntegrityCheck.caught {
        do {
          try reading(store)
        } catch let problem as any Problem where problem.kind != .badData {
          // What this programme does not have has no values.
        }
        return []
      }
    }
  }

  /// Each reads all records of its kind.
  private var readings: [(Store) throws -> Void] {
    RecordKind.all.map(\.readAll) + [
      { _ = try $0.project.overview() }, { _ = try $0.exchanges.all() },
      { _ = try $0.profiles.all() }, { _ = try $0.papers.all() }, { _ = try $0.timesheets.all() },
      { _ = try $0.documents.all() }, { _ = try $0.statements.ledger() },
      { _ = try $0.history.steps() }, { _ = try $0.contacts.all() },
      { _ = try $0.organisations.all() }, { _ = try $0.consents.all() },
      { _ = try $0.stopList.all() }, { _ = try $0.periods.all() }, { _ = try $0.baselines.all() },
      { _ = try $0.grantFigures.all() }, { _ = try $0.reportTexts.all() },
      { _ = try $0.setShares.all() }, { _ = try $0.payments.all() },
      { _ = try $0.feedbacks.all() }, Self.readErasures,
    ]
  }

  private static func readErasures(_ store: Store) throws {
    try store.read { db in
      for row in try Row.fetchAll(db, sql: "SELECT id, erased_on, kept_until FROM erasure") {
        _ = try row.value("erased_on", as: Day.self)
        _ = try row.value("kept_until", as: Day?.self)
      }
    }
  }

  /// Values of another type than their column has; a table that is not checked by SQLite when it is
  /// written can hold them.
  private static func types(_ db: Database) throws -> [IntegrityFault] {
    let known = ["INTEGER": "integer", "TEXT": "text", "BLOB": "blob"]
    return try tables(db).flatMap { table -> [IntegrityFault] in
      let columns = try db.columns(in: table).compactMap { column in
        known[column.type].map { (column.name, $0) }
      }
      let wrong = columns.map { "typeof(\($0)) NOT IN ('\($1)', 'null')" }
      guard !wrong.isEmpty else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT rowid, CASE \(zip(wrong, columns).map { "WHEN \($0) THEN '\($1.0)'" }.joined(separator: " ")) END
          FROM \(table) WHERE \(wrong.joined(separator: " OR "))
          LIMIT \(IntegrityCheck.most)
          """
      ).map { row in
        IntegrityCheck.fault(
          .value, IntegrityCheck.place(table, try row.value(0, as: Int64?.self)),
          "column \(try row.value(1, as: String.self)) has a value of another type")
      }
    }
  }

  /// Texts that are not UTF-8, which no command writes; lists show them with other signs.
  private static func encodings(_ db: Database) throws -> [IntegrityFault] {
    try tables(db).flatMap { table -> [IntegrityFault] in
      let columns = try db.columns(in: table).filter { $0.type == "TEXT" }.map(\.name)
      guard !columns.isEmpty else { return [] }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT rowid, \(columns.map { "CAST(\($0) AS BLOB)" }.joined(separator: ", "))
          FROM \(table)
          WHERE \(columns.map { "\($0) GLOB '*[^ -~]*'" }.joined(separator: " OR "))
          """)
      var faults: [IntegrityFault] = []
      while faults.count < IntegrityCheck.most, let row = try rows.next() {
        for (place, column) in columns.enumerated() {
          let bytes = try row.value(place + 1, as: Data?.self) ?? Data()
          guard String(validating: bytes, as: UTF8.self) == nil else { continue }
          faults.append(
            IntegrityCheck.fault(
              .value, IntegrityCheck.place(table, try row.value(0, as: Int64?.self)),
              "column \(column) has a text that is not UTF-8"))
        }
      }
      return faults
    }
  }

  private static func tables(_ db: Database) throws -> [String] {
    try ChangeRecorder.tables(db) + ["operation", "batch", "file"]
  }
}
