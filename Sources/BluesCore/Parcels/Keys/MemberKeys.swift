internal import Basics
internal import GRDB

/// The public keys of the partners; each copy of a project admits them for itself.
///
/// A key is never removed, so that what it signed before it was revoked can be verified later.
package struct MemberKeys: Sendable {
  let store: Store

  package func all() throws -> [MemberKey] {
    try store.read { db in
      try MemberKey.fetchAll(db, sql: "\(MemberKey.selection) ORDER BY code, member_key.id")
    }
  }

  /// Admits a key of a partner; a partner may have several, such as those of two machines.
  package func admit(_ key: PublicKey, of partner: String, because reason: String) throws
    -> MemberKey
  {
    try store.write { write in
      try Self.admit(key, of: partner, because: reason, write)
    }
  }

  static func admit(
    _ key: PublicKey, of partner: String, because reason: String, _ write: Transaction
  ) throws -> MemberKey {
    guard !reason.trimmed.isEmpty else { throw KeyProblem.reasonMissing }
    guard key.isUsable else { throw KeyProblem.mistyped(key.text) }
    let id = try Partner.id(partner, in: write.db)
    if let known = try one(key, write.db) {
      let isOwn = try Partner.id(known.partner, in: write.db) == id
      throw isOwn
        ? KeyProblem.admitted(partner: known.partner)
        : KeyProblem.admittedToOther(partner: known.partner)
    }
    try write.db.execute(
      sql: """
        INSERT INTO member_key (id, partner_id, public_key, admitted_on, admitted_by, reason)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("member_key"), id, key.text, write.invocation.today.description,
        write.invocation.who, reason.trimmed,
      ])
    guard let admitted = try one(key, write.db) else { throw KeyProblem.unknown(key.text) }
    write.records("admitted a key of \(admitted.partner)", affecting: [admitted.partner])
    return admitted
  }

  /// Revokes a key, by its digits or by its fingerprint.
  package func revoke(_ text: String, because reason: String) throws -> MemberKey {
    try store.write { write in
      guard !reason.trimmed.isEmpty else { throw KeyProblem.reasonMissing }
      let key = try find(text, write.db)
      guard key.isInForce else { throw KeyProblem.revoked(key.key.fingerprint) }
      try write.db.execute(
        sql: """
          UPDATE member_key SET revoked_on = ?, revoked_by = ?, revoked_because = ?
          WHERE public_key = ?
          """,
        arguments: [
          write.invocation.today.description, write.invocation.who, reason.trimmed, key.key.text,
        ])
      write.records("revoked a key of \(key.partner)", affecting: [key.partner])
      return try find(text, write.db)
    }
  }

  static func one(_ key: PublicKey, _ db: Database) throws -> MemberKey? {
    try MemberKey.fetchOne(
      db, sql: "\(MemberKey.selection) WHERE public_key = ?", arguments: [key.text])
  }

  /// The key to seal to a partner with: the one that was admitted last.
  static func inForce(of partner: String, _ db: Database) throws -> PublicKey? {
    try MemberKey.fetchOne(
      db,
      sql: """
        \(MemberKey.selection) WHERE code = ? AND revoked_on IS NULL
        ORDER BY member_key.id DESC
        """, arguments: [partner])?.key
  }

  private func find(_ text: String, _ db: Database) throws -> MemberKey {
    let wanted = text.filter { !$0.isWhitespace }.lowercased()
    let keys = try MemberKey.fetchAll(db, sql: MemberKey.selection)
    let found = keys.first {
      $0.key.text == wanted || $0.key.fingerprint.filter { $0 != " " } == wanted
    }
    guard let found else { throw KeyProblem.unknown(text) }
    return found
  }
}

extension Store {
  package var memberKeys: MemberKeys { MemberKeys(store: self) }
}
