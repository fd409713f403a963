package import Basics
package import Documents
internal import Foundation
internal import GRDB

/// Somebody who is not to be imported again, known by keyed digests alone.
package struct StoppedPerson: Sendable, Equatable {
  package let number: Int
  package let addedOn: Day
  package let addedBy: String
  package let reason: String
  /// By what the person is known again, such as email.
  package let forms: [String]

  /// `S3`.
  package var code: String { "S\(number)" }

  package static let fields: [Field<StoppedPerson>] = [
    Field("number", "No", "Its number on the list, such as S3.", rank: .key) { .text($0.code) },
    Field("added_on", "Since", "The day it came on the list.", kind: .day) { .day($0.addedOn) },
    Field("reason", "Reason", "Why it is on the list.", rank: .main) { .text($0.reason) },
    Field("forms", "Known by", "By which normal forms it is known again.", kind: .list) {
      .list($0.forms)
    },
    Field("added_by", "Added by", "Who put it on the list.", shown: false) { .text($0.addedBy) },
  ]
}

/// The digests of all who are not to be imported, for a look at many rows.
struct StopDigests: Sendable {
  private let key: KeyedDigest
  private let digests: Set<String>

  init(_ db: Database) throws {
    key = try Self.key(db)
    digests = try String.fetchSet(db, sql: "SELECT digest FROM stop_digest")
  }

  static func key(_ db: Database) throws -> KeyedDigest {
    let row = try Row.fetchOne(db, sql: "SELECT id, key FROM stop_key")
    guard let key = try row?.value("key", as: Data.self) else {
      throw UnreadValue(table: "stop_key", column: "key", row: 1)
    }
    return KeyedDigest(key: [UInt8](key))
  }

  var isEmpty: Bool { digests.isEmpty }

  /// Whether a row is of somebody on the list.
  func has(_ draft: ContactDraft) -> Bool {
    guard !digests.isEmpty else { return false }
    return StopForm.all(of: draft).contains { digests.contains(key.digest(of: $0.whole)) }
  }
}

/// The stop list: who was erased or objected, and does not come in with a list again.
package struct StopList: Sendable {
  let store: Store

  package func all() throws -> [StoppedPerson] { try store.read { try Self.fetchAll($0) } }

  /// Whether somebody is on it.
  package func has(_ known: ContactDraft) throws -> Bool {
    try store.read { try StopDigests($0).has(known) }
  }

  /// Puts a contact on the list, who stays a contact.
  ///
  /// The list stays in this copy of a shared project; so there the contact opts out as well, which the
  /// next parcels say.
  package func add(_ text: String, because reason: String) throws -> StoppedPerson {
    try store.write { write in
      let contact = try Contacts.fetch(text, write.db)
      guard !reason.trimmed.isEmpty else { throw ErasureProblem.reasonMissing }
      if try StopDigests(write.db).has(contact.known) {
        throw StopProblem.thereAlready(contact.code)
      }
      let forms = StopForm.all(of: contact.known)
      guard !forms.isEmpty else { throw StopProblem.unknowable(contact.code) }
      let id = try Self.insert(forms, because: reason.trimmed, write)
      if try CopyIdentity.fetch(write.db) != nil { try Self.optOut(contact, write) }
      write.records(
        "put S\(RowID(id).running) on the stop list", affecting: ["S\(RowID(id).running)"])
      return try Self.one(id, write.db)
    }
  }

  private static func optOut(_ contact: Contact, _ write: Transaction) throws {
    guard !MailPermission.isOptOut(contact.known[.optOut]) else { return }
    var wanted = contact.known
    wanted[.optOut] = write.invocation.today.iso
    try ContactTable(write).revise(contact.id.value, to: wanted)
    try ContactEdits.note(write, contact.id.value, from: contact.known, to: wanted)
  }

  /// Takes somebody off the list, by the number or by an e-mail address of theirs.
  package func remove(_ text: String) throws -> StoppedPerson {
    try store.write { write in
      let id = try Self.id(text, write.db)
      let person = try Self.one(id, write.db)
      try write.db.execute(sql: "DELETE FROM stop_digest WHERE stop_person_id = ?", arguments: [id])
      try write.db.execute(sql: "DELETE FROM stop_person WHERE id = ?", arguments: [id])
      write.records("took \(person.code) off the stop list", affecting: [person.code])
      return person
    }
  }

  /// Adds somebody by forms; answers the row.
  @discardableResult
  static func insert(
    _ forms: Set<StopForm>, because reason: String, _ write: Transaction
  ) throws -> Int64 {
    let id = try write.nextID("stop_person")
    try write.db.execute(
      sql: "INSERT INTO stop_person (id, added_on, added_by, reason) VALUES (?, ?, ?, ?)",
      arguments: [id, write.invocation.today, write.invocation.who, reason])
    let key = try StopDigests.key(write.db)
    let digests = forms.map { (kind: $0.kind.rawValue, digest: key.digest(of: $0.whole)) }
    // In an order that says nothing of the forms.
    for one in digests.sorted(by: { $0.digest < $1.digest }) {
      try write.db.execute(
        sql: "INSERT INTO stop_digest (id, stop_person_id, kind, digest) VALUES (?, ?, ?, ?)",
        arguments: [write.nextID("stop_digest"), id, one.kind, one.digest])
    }
    return id
  }

  private static func id(_ text: String, _ db: Database) throws -> Int64 {
    if let number = RowID.running(text, letter: 0x53) {
      let id = try FileIdentity.number(db) << 32 | number
      let found = try Int64.fetchOne(
        db, sql: "SELECT id FROM stop_person WHERE id = ?", arguments: [id])
      guard let found else { throw StopProblem.unknown(text) }
      return found
    }
    guard let form = StopForm.typed(text) else { throw StopProblem.notAForm }
    let found = try Int64.fetchOne(
      db, sql: "SELECT stop_person_id FROM stop_digest WHERE digest = ?",
      arguments: [StopDigests.key(db).digest(of: form.whole)])
    guard let found else { throw StopProblem.notListed }
    return found
  }

  private static func one(_ id: Int64, _ db: Database) throws -> StoppedPerson {
    let code = "S\(RowID(id).running)"
    guard let person = try fetchAll(db).first(where: { $0.code == code }) else {
      throw StopProblem.unknown(code)
    }
    return person
  }

  private static func fetchAll(_ db: Database) throws -> [StoppedPerson] {
    try Row.fetchAll(db, sql: "SELECT * FROM stop_person ORDER BY id").map { row in
      let id: Int64 = try row.value("id")
      return StoppedPerson(
        number: RowID(id).running, addedOn: try row.value("added_on"),
        addedBy: try row.value("added_by"), reason: try row.value("reason"),
        forms: try String.fetchAll(
          db, sql: "SELECT DISTINCT kind FROM stop_digest WHERE stop_person_id = ? ORDER BY kind",
          arguments: [id]))
    }
  }
}

extension Store {
  package var stopList: StopList { StopList(store: self) }
}
