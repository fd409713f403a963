internal import Basics
internal import GRDB

/// Contacts whose numbers persons had who were erased, in a project that a backup took the place of: its
/// history went another way, so that they may be other persons.
///
/// They stand in the agenda and in the report until somebody erases or keeps them.
package struct DoubtfulContacts: Sendable {
  let store: Store

  /// Keeps a contact: it is another person.
  ///
  /// - Throws: `ErasureProblem.notInDoubt` for a contact that is not one of them.
  package func keep(_ text: String, because reason: String) throws -> String {
    try store.write { write in
      let id = try Self.id(text, write.db)
      let code = "C\(RowID(id).running)"
      try write.db.execute(sql: "DELETE FROM doubtful_contact WHERE id = ?", arguments: [id])
      guard write.db.changesCount > 0 else { throw ErasureProblem.notInDoubt(code) }
      let why = reason.trimmed.isEmpty ? "" : ": \(reason.trimmed)"
      write.records("kept \(code)\(why)", affecting: [code])
      return code
    }
  }

  private static func id(_ text: String, _ db: Database) throws -> Int64 {
    guard let number = RowID.running(text, letter: 0x43) else {
      return try Contacts.fetch(text, db).id.value
    }
    return try FileIdentity.number(db) << 32 | number
  }

  /// Those that wait for a decision, each with the day since when.
  static func all(_ db: Database) throws -> [(id: Int64, since: Day)] {
    try Row.fetchAll(db, sql: "SELECT id, found_on FROM doubtful_contact ORDER BY id").map {
      (try $0.value("id"), try $0.value("found_on"))
    }
  }

  static func add(_ ids: [Int64], _ write: Transaction) throws {
    for id in ids {
      try write.db.execute(
        sql: "INSERT OR IGNORE INTO doubtful_contact (id, found_on) VALUES (?, ?)",
        arguments: [id, write.invocation.today])
    }
  }

  /// Takes erased contacts off.
  static func decide(_ ids: Set<Int64>, _ db: Database) throws {
    for id in ids.sorted() {
      try db.execute(sql: "DELETE FROM doubtful_contact WHERE id = ?", arguments: [id])
    }
  }
}

extension Store {
  package var doubtfulContacts: DoubtfulContacts { DoubtfulContacts(store: self) }
}
