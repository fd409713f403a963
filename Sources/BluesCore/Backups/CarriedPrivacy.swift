internal import Basics
internal import Foundation
internal import GRDB

/// What a restore carries over of the project that it replaces: who was erased since, and the stop list.
///
/// It needs numbers and keyed digests alone, which say nothing of a person.
struct CarriedPrivacy: Sendable, Equatable {
  /// An entry of the stop list.
  struct Entry: Sendable, Equatable {
    let addedOn: String
    let addedBy: String
    let reason: String
    /// The digests with their kinds.
    let digests: [String: String]
  }

  /// Contacts whose persons are to be erased again, with the reason.
  private(set) var erased: [Int64: String] = [:]
  /// Erased contacts whose numbers the backup has, perhaps for other persons: its history went another
  /// way.
  private(set) var doubtful: [Int64] = []
  private(set) var entries: [Entry] = []
  /// The key of the digests, where the backup has none in use.
  private var key: Data?
  /// Entries that cannot be carried: the backup has digests of another key.
  private(set) var lost = 0

  var isEmpty: Bool { erased.isEmpty && doubtful.isEmpty && entries.isEmpty }

  /// Compares a backup with the project that it is to replace; two different projects have nothing to
  /// carry.
  init(from present: Store, to backup: Store) throws {
    let file = try backup.read { try FileIdentity.number($0) }
    guard try present.read({ try FileIdentity.number($0) }) == file else { return }
    let (theirs, key) = try backup.read { db in
      (try String.fetchSet(db, sql: "SELECT digest FROM stop_digest"), try Self.key(db))
    }
    let digests: Set<String> = try present.read { db in
      let all = try Self.entries(db)
      let ours = try Self.key(db)
      if ours == key || theirs.isEmpty {
        entries = all.filter { !theirs.isSuperset(of: $0.digests.keys) }
        if ours != key { self.key = ours }
      } else {
        lost = all.count
      }
      return Set(all.flatMap(\.digests.keys))
    }
    try compareErasures(present, backup, digests)
  }

  private mutating func compareErasures(
    _ present: Store, _ backup: Store, _ digests: Set<String>
  ) throws {
    let known = try backup.read { try Int64.fetchSet($0, sql: "SELECT contact FROM erasure") }
    let since = try present.read { db in
      try Row.fetchAll(db, sql: "SELECT contact, reason FROM erasure ORDER BY contact").map {
        (contact: try $0.value("contact", as: Int64.self), reason: try $0.value(1, as: String.self))
      }
    }.filter { !known.contains($0.contact) }
    try keepDoubts(present, backup, known)
    guard !since.isEmpty else { return }
    let isEarlier = try Self.isEarlier(backup, present)
    let ours = try present.read { KeyedDigest(key: [UInt8](try Self.key($0))) }
    for erasure in since {
      let forms = try backup.read { try Self.forms(erasure.contact, $0) }
      guard let forms else { continue }
      if isEarlier || forms.contains(where: { digests.contains(ours.digest(of: $0.whole)) }) {
        erased[erasure.contact] = erasure.reason
      } else {
        doubtful.append(erasure.contact)
      }
    }
  }

  /// Doubts that nobody decided stay, of contacts that the backup has.
  private mutating func keepDoubts(
    _ present: Store, _ backup: Store, _ erased: Set<Int64>
  ) throws {
    let there = try backup.read { try DoubtfulContacts.all($0).map(\.id) }
    let open = try present.read { try DoubtfulContacts.all($0).map(\.id) }
    doubtful = try open.filter { id in
      guard !erased.contains(id), !there.contains(id) else { return false }
      return try backup.read { try Self.forms(id, $0) } != nil
    }
  }

  /// Whether a backup is an earlier state: its last step is one of the project, so that their numbers
  /// mean the same.
  private static func isEarlier(_ backup: Store, _ present: Store) throws -> Bool {
    guard let last = try backup.history.steps(limit: 1).first else { return false }
    return try present.read { db in
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM operation WHERE id = ? AND at = ? AND who = ? AND command = ?",
        arguments: [last.id, last.at, last.who, last.command]) != nil
    }
  }

  /// By what a contact of the backup is known again; nil where the backup has nothing of it.
  private static func forms(_ contact: Int64, _ db: Database) throws -> Set<StopForm>? {
    let isThere = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM contact WHERE id = :id)
          OR EXISTS (SELECT 1 FROM merged_contact WHERE id = :id)
        """, arguments: ["id": contact])
    if isThere != true, try !Erasures.isKnownToHistory(contact, db) { return nil }
    return try Erasures.forms(ErasedRows([contact], in: db), db)
  }

  private static func key(_ db: Database) throws -> Data {
    let row = try Row.fetchOne(db, sql: "SELECT id, key FROM stop_key")
    guard let key = try row?.value("key", as: Data.self) else {
      throw UnreadValue(table: "stop_key", column: "key", row: 1)
    }
    return key
  }

  private static func entries(_ db: Database) throws -> [Entry] {
    try Row.fetchAll(db, sql: "SELECT * FROM stop_person ORDER BY id").map { row in
      let digests = try Row.fetchAll(
        db, sql: "SELECT digest, kind FROM stop_digest WHERE stop_person_id = ?",
        arguments: [row.value("id", as: Int64.self)])
      return Entry(
        addedOn: try row.value("added_on"), addedBy: try row.value("added_by"),
        reason: try row.value("reason"),
        digests: try digests.reduce(into: [:]) {
          $0[try $1.value("digest", as: String.self)] = try $1.value("kind", as: String.self)
        })
    }
  }
}

extension CarriedPrivacy {
  /// Erases the persons again in a copy of the backup, and adds the entries of the stop list that it
  /// lacks, as one step.
  func apply(to store: Store) throws {
    guard !isEmpty else { return }
    try store.write { write in
      if let key {
        try write.db.execute(sql: "UPDATE stop_key SET key = ?", arguments: [key])
      }
      for reason in Set(erased.values).sorted() {
        let contacts = erased.filter { $0.value == reason }.keys.sorted()
        _ = try store.erasures.erase(contacts, because: reason, write)
      }
      let there = try String.fetchSet(write.db, sql: "SELECT digest FROM stop_digest")
      let missing = entries.filter { !there.isSuperset(of: $0.digests.keys) }
      for entry in missing { try Self.insert(entry, write) }
      try DoubtfulContacts.add(doubtful, write)
      let codes = erased.keys.sorted().map { "C\(RowID($0).running)" }
      let persons =
        codes.count > 3 ? counted(codes.count, "person", "persons") : codes.joined(separator: ", ")
      let kept = "kept \(counted(missing.count, "entry", "entries")) of the stop list"
      let doubts = "noted \(counted(doubtful.count, "contact")) that may be erased persons"
      write.records(
        codes.isEmpty ? missing.isEmpty ? doubts : kept : "erased \(persons) again",
        affecting: codes + doubtful.map { "C\(RowID($0).running)" })
    }
    _ = try store.clearTraces()
  }

  private static func insert(_ entry: Entry, _ write: Transaction) throws {
    let id = try write.nextID("stop_person")
    try write.db.execute(
      sql: "INSERT INTO stop_person (id, added_on, added_by, reason) VALUES (?, ?, ?, ?)",
      arguments: [id, entry.addedOn, entry.addedBy, entry.reason])
    for (digest, kind) in entry.digests.sorted(by: { $0.key < $1.key }) {
      try write.db.execute(
        sql: "INSERT INTO stop_digest (id, stop_person_id, kind, digest) VALUES (?, ?, ?, ?)",
        arguments: [write.nextID("stop_digest"), id, kind, digest])
    }
  }
}
