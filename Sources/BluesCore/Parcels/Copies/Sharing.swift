internal import Basics
internal import GRDB

/// A project that several organisations keep, each in a copy of its own.
package struct Sharing: Sendable {
  let store: Store

  /// The partner whose copy this is; nil in a project that is not shared.
  package func organisation() throws -> String? {
    try store.read { try CopyIdentity.fetch($0)?.organisation }
  }

  /// Begins to share a project: this file becomes the copy of the coordinator, with a key.
  ///
  /// The key is asked for when nothing else stands in the way.
  ///
  /// - Throws: `SharingProblem` where it is a copy already, or the partner is not the coordinator.
  package func start(as partner: String, key: @autoclosure () throws -> PublicKey) throws {
    try store.write { write in
      let db = write.db
      let id = try Partner.id(partner, in: db)
      let code = try Self.code(of: id, db)
      if let identity = try CopyIdentity.fetch(db) {
        throw SharingProblem.copyAlready(of: identity.organisation)
      }
      guard let coordinator = try Partner.coordinator(db) else {
        throw SharingProblem.noCoordinator
      }
      guard code == coordinator else {
        throw SharingProblem.notCoordinator(code, coordinator: coordinator)
      }
      let project = (0..<16).map { _ in UInt8.random(in: 0...255) }.hexadecimal
      try CopyIdentity.set(
        CopyIdentity(organisation: code, project: project), firstNumber: 0, in: db)
      _ = try MemberKeys.admit(key(), of: code, because: "Made here", write)
      write.records("began to share the project as \(code)", affecting: [code])
      write.isNeverUndone()
    }
  }

  static func code(of partner: Int64, _ db: Database) throws -> String {
    let row = try Row.fetchOne(
      db, sql: "SELECT code FROM partner WHERE id = ?", arguments: [partner])
    guard let row else { throw UnreadValue(table: "partner", column: "id", row: partner) }
    return try row.value("code")
  }

  /// - Throws: `SharingProblem.notShared`.
  static func identity(_ db: Database) throws -> CopyIdentity {
    guard let identity = try CopyIdentity.fetch(db) else { throw SharingProblem.notShared }
    return identity
  }
}

extension Store {
  package var sharing: Sharing { Sharing(store: self) }
}
