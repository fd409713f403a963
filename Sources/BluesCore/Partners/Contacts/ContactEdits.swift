internal import Basics
internal import GRDB

/// The fields of a contact that a person changed, each with what its list had said last.
///
/// A change stands as long as the contact says something else than its list did.
struct ContactEdits {
  /// What the list had said; nothing where it had said nothing.
  struct Edit {
    let listed: String?
    /// What the contact said since, until now.
    let earlier: [String?]

    /// Whether the contact said something before people changed it last.
    func wasOnce(_ says: (String?) -> Bool) -> Bool {
      says(listed) || earlier.contains(where: says)
    }
  }

  private static let separator = "\u{1F}"

  private var edits: [String: Edit] = [:]

  /// The name under which a change of the partner is noted.
  static let partner = "partner"

  init() {}

  init(of contact: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT field, listed, earlier FROM contact_edit WHERE contact_id = ?")
    let rows = try Row.fetchCursor(statement, arguments: [contact])
    while let row = try rows.next() {
      let earlier: String? = try row.value(2)
      edits[try row.value(0)] = Edit(
        listed: try row.value(1),
        earlier: (earlier ?? "").components(endingIn: Self.separator)
          .map { $0.isEmpty ? nil : $0 })
    }
  }

  subscript(field: String) -> Edit? { edits[field] }

  /// Notes which fields a person changed; of what was changed before, the list's word is known.
  static func note(
    _ write: Transaction, _ contact: Int64, from before: ContactDraft, to after: ContactDraft
  ) throws {
    for (field, was, now) in said(before, after) where !isSame(was, now) {
      try write.db.execute(
        sql: """
          INSERT INTO contact_edit (id, contact_id, field, listed) VALUES (?, ?, ?, ?)
          ON CONFLICT (contact_id, field) DO UPDATE SET earlier = coalesce(earlier, '') || ?
          """,
        arguments: [
          try write.nextID("contact_edit"), contact, field, was, (was ?? "") + separator,
        ])
    }
  }

  private static func said(
    _ before: ContactDraft, _ after: ContactDraft
  ) -> [(field: String, was: String?, now: String?)] {
    ContactField.allCases.map { ($0.key, before[$0], after[$0]) }
      + [(partner, before.partner, after.partner)]
  }

  /// Notes what the list says now of fields that a person changed.
  static func relist(
    _ write: Transaction, _ contact: Int64, _ words: [(field: String, text: String?)]
  )
    throws
  {
    for word in words {
      try write.db.execute(
        sql: "UPDATE contact_edit SET listed = ? WHERE contact_id = ? AND field = ?",
        arguments: [word.text, contact, word.field])
    }
  }

  /// Forgets what people changed in contacts that are gone.
  static func forgetGone(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM contact_edit
        WHERE contact_id NOT IN (SELECT id FROM contact)
          AND contact_id NOT IN (SELECT id FROM merged_contact)
        """)
  }

  /// The contacts in which some field was changed.
  static func contacts(_ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: "SELECT contact_id FROM contact_edit WHERE contact_id IN (SELECT id FROM contact)")
  }
}

extension String {
  /// The parts before each of some separators.
  fileprivate func components(endingIn separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
