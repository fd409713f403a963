internal import Basics
internal import GRDB

/// Looks through a whole project: its file, references, values, sums, history and documents.
///
/// Nothing is written. A project whose layout is not ours is refused before, when it is opened.
package struct IntegrityCheck: Sendable {
  let store: Store

  /// The parts of the check, in order.
  package enum Part: String, Sendable, CaseIterable {
    case file, references, values, sums, history, documents
  }

  /// The most faults that one question lists.
  static let most = 100

  /// Every fault, by part.
  package func faults(telling: (Part) -> Void = { _ in }) throws -> [IntegrityFault] {
    try Part.allCases.flatMap { part in
      telling(part)
      return try faults(of: part)
    }
  }

  /// What commands that were killed left beside the project; the next one that writes clears it.
  package func leftovers() -> [String] {
    Leftovers.found(ofProject: store.path) + FileFolder(projectFile: store.path).leftovers()
  }

  private func faults(of part: Part) throws -> [IntegrityFault] {
    switch part {
    case .file: try inFile()
    case .references: try ask { try Self.references($0) }
    case .values: try StoredValues(store: store).faults()
    case .sums: try ask { try StoredSums.faults($0) }
    case .history: try HistoryReplay(store: store).faults()
    case .documents: try documents()
    }
  }

  /// A question that fails for a value of the wrong kind is a fault of its own.
  private func ask(_ question: (Database) throws -> [IntegrityFault]) throws -> [IntegrityFault] {
    try Self.caught { try store.read(question) }
  }

  /// What a reading finds, or the problem that ends it as a fault.
  static func caught(_ body: () throws -> [IntegrityFault]) throws -> [IntegrityFault] {
    do {
      return try body()
    } catch let problem as any Problem where problem.kind == .badData {
      return [fault(.value, "project file", problem.message)]
    }
  }

  static func fault(
    _ kind: IntegrityFault.Kind, _ place: String, _ fault: String, _ wayOut: String = backup
  ) -> IntegrityFault {
    IntegrityFault(kind: kind, place: place, fault: fault, wayOut: wayOut)
  }

  static let backup = "blues restore BACKUP"
  static let repair = "blues check --repair"

  private func inFile() throws -> [IntegrityFault] {
    try store.read { db in
      let faults = try db.pageFaults(most: Self.most).map { line in
        let isIndex = line.contains(" index ")
        return Self.fault(
          isIndex ? .index : .file, "project file", line, isIndex ? Self.repair : Self.backup)
      }
      let missing = try Layout.missingIndexes(db).filter { !$0.sql.isEmpty }.map {
        Self.fault(.index, "table \($0.table)", "the index \($0.name) is missing", Self.repair)
      }
      return faults + missing
    }
  }

  private static func references(_ db: Database) throws -> [IntegrityFault] {
    let lost = try Row.fetchAll(
      db, sql: "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT \(most)"
    ).map { row in
      let place = try place(row.value(0), row.value(1, as: Int64?.self))
      return try fault(
        .reference, place, "it refers to a row of \(row.value(2, as: String.self)) that is missing")
    }
    return try lost + kinds(of: "document", "record_kind", db)
      + kinds(of: "record_edit", "kind", db)
  }

  /// Rows that belong to a record of any kind, named by its table, where there is no such table.
  private static func kinds(
    of table: String, _ column: String, _ db: Database
  ) throws -> [IntegrityFault] {
    let tables = try Set(ChangeRecorder.tables(db))
    return try Row.fetchAll(db, sql: "SELECT id, \(column) FROM \(table) ORDER BY id").compactMap {
      row in
      let name: String = try row.value(1, column)
      guard !tables.contains(name) else { return nil }
      return fault(
        .reference, place(table, try row.value(0, "id")), "\(column) does not name a table")
    }
  }

  static func place(_ table: String, _ row: Int64?) -> String {
    row.map { "table \(table), row \($0)" } ?? "table \(table)"
  }

  private func documents() throws -> [IntegrityFault] {
    try Self.caught {
      try store.documents.check().filter { !$0.standing.isSound }.map { entry, standing in
        Self.fault(
          .document, entry.document.file ?? "", "\(entry.document.code) is \(standing.rawValue)",
          "put the file back, or register it again")
      }
    }
  }
}

extension Store {
  package var integrity: IntegrityCheck { IntegrityCheck(store: self) }
}
