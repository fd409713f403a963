internal import Basics
internal import GRDB

/// Persons who are erased: out of every row, every step of the history, the search and the copies that
/// blues makes beside the project.
package struct Erasures: Sendable {
  let store: Store

  /// Erases the person of a contact; there is no way back.
  ///
  /// What the law has to be kept stays without the person's data. A contact that only the history knows,
  /// of an import that was undone, is named by its id.
  ///
  /// - Throws: `ErasureProblem.erased` for one that is erased, unless traces of it are left in the file.
  package func erase(_ text: String, because reason: String) throws -> Erasure {
    guard !reason.trimmed.isEmpty else { throw ErasureProblem.reasonMissing }
    var erasure = try store.write { write -> Erasure in
      let id: Int64
      switch try Self.target(text, write.db) {
      case .contact(let found): id = found
      case .unfinished(let erasure): return erasure
      }
      return try erase([id], because: reason.trimmed, write)[0]
    }
    guard !store.invocation.isRehearsal else { return erasure }
    try erasure.finish(store)
    return erasure
  }

  /// Erases several persons as one step; the first of the answers has the files and the copies of all.
  ///
  /// A contact that went with an earlier one of them is not answered.
  func erase(
    _ ids: [Int64], because reason: String, _ write: Transaction
  ) throws -> [Erasure] {
    let db = write.db
    var persons: [ErasedPerson] = []
    var erasures: [Erasure] = []
    var files: [Erasure.File] = []
    for id in ids where !persons.contains(where: { $0.rows.contacts.contains(id) }) {
      let person = ErasedPerson(id: id, rows: try ErasedRows([id], in: db))
      erasures.append(try erase(person, because: reason, write, &files))
      persons.append(person)
    }
    try SearchIndex.fillAnew(db)
    try db.execute(
      sql: "INSERT OR IGNORE INTO unfinished_erasure (id) VALUES (?)", arguments: [write.operation])
    write.isNeverUndone()
    let codes = erasures.map(\.code)
    write.records(
      "erased \(codes.count > 3 ? counted(codes.count, "person", "persons") : codes.joined(separator: ", "))",
      affecting: codes)
    let beside = try CleanedCopies(of: store, persons)
    if !erasures.isEmpty {
      erasures[0].files = beside.files(files)
      erasures[0].copies = beside.cleaned
    }
    return erasures
  }

  private func erase(
    _ person: ErasedPerson, because reason: String, _ write: Transaction,
    _ files: inout [Erasure.File]
  ) throws -> Erasure {
    let db = write.db
    let rows = person.rows
    let forms = try Self.forms(rows, db)
    let (alike, staff) = (try Self.alike(rows, db), try Self.staff(rows, db))
    var eraser = Eraser(rows, pseudonym: person.pseudonym, in: db)
    // What the history has is rewritten, so there is nothing to record of it.
    try write.load {
      try eraser.run()
      try Self.mark(eraser.found.emptied, db)
    }
    let evidence = try KeptEvidence(of: person.id, db)
    files += evidence.files
    files += eraser.found.files.sorted().map {
      Erasure.File(path: $0, why: "its name is the person's; rename it and register it again")
    }
    let isGone = try Self.remove(rows, person.id, db)
    let reason = eraser.replaced(reason, .names) ?? reason
    try Self.note(person.id, rows, evidence.kept, because: reason, write)
    if !forms.isEmpty { try StopList.insert(forms, because: "erased \(person.code)", write) }
    return Erasure(
      code: person.code, isGone: isGone,
      others: rows.contacts.subtracting([person.id]).sorted().map { "C\(RowID($0).running)" },
      texts: eraser.found.texts.sorted { $0.key < $1.key }
        .map { Erasure.Text(place: $0.key, count: $0.value) },
      mentions: eraser.found.mentions.sorted { $0.key < $1.key }
        .map { Erasure.Text(place: $0.key, count: $0.value) },
      steps: eraser.found.steps.count, kept: evidence.kept, files: [], alike: alike,
      staff: staff)
  }

  /// Whose erasure is asked for.
  private enum Target {
    case contact(Int64)
    /// It is erased, and traces are left in the file.
    case unfinished(Erasure)
  }

  private static func target(_ text: String, _ db: Database) throws -> Target {
    do {
      let id = try Contacts.fetch(text, db).id.value
      // The row that stays for the law is there under its id.
      if let erased = try erased(id, db) { return erased }
      return .contact(id)
    } catch let problem as ContactProblem {
      guard case .unknown = problem, let number = RowID.running(text, letter: 0x43) else {
        throw problem
      }
      let id = try FileIdentity.number(db) << 32 | number
      if let erased = try erased(id, db) { return erased }
      guard try isKnownToHistory(id, db) else { throw problem }
      return .contact(id)
    }
  }

  private static func erased(_ id: Int64, _ db: Database) throws -> Target? {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, erased_on FROM erasure WHERE contact = ?", arguments: [id])
    guard let row else { return nil }
    let code = "C\(RowID(id).running)"
    guard try Int.fetchOne(db, sql: "SELECT 1 FROM unfinished_erasure") != nil else {
      throw ErasureProblem.erased(code, on: try row.value("erased_on"))
    }
    return .unfinished(
      Erasure(
        code: code, isGone: true, others: [], texts: [], steps: 0, kept: [], files: [], alike: [],
        staff: []))
  }

  /// Whether some step had a contact or one that was merged.
  static func isKnownToHistory(_ id: Int64, _ db: Database) throws -> Bool {
    for step in try Int64.fetchAll(db, sql: "SELECT id FROM operation ORDER BY id") {
      var isKnown = false
      try Changeset(of: step, in: db).forEachChange(of: ["contact", "merged_contact"]) {
        if $0.id == id { isKnown = true }
      }
      if isKnown { return true }
    }
    return false
  }
}

extension Store {
  package var erasures: Erasures { Erasures(store: self) }

  /// Writes the file anew without its free pages, and empties the log beside it; says whether all of it
  /// could be done: another command that reads keeps its view of the file.
  func clearTraces() throws -> Bool {
    try translating {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        guard try Self.emptyLog(db) else { return false }
        try db.execute(sql: "DELETE FROM unfinished_erasure")
        _ = try Self.emptyLog(db)
        return true
      }
    }
  }

  static func emptyLog(_ db: Database) throws -> Bool {
    let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    return try row?.value(0, as: Int.self) == 0
  }
}
