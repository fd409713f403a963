package import Basics
package import Documents
internal import GRDB

/// A line of the consent log: what a contact agreed to, or took back.
package struct ConsentEntry: Sendable, Equatable {
  /// Which of the two it is.
  package enum Act: String, CaseIterable, Sendable, StoredValue {
    case given, withdrawn
  }

  /// What is said of a consent beside whose it is.
  package struct Word: Sendable, Equatable {
    package let scope: ConsentScope
    package let act: Act
    package let on: Day
    /// The version of the words that were agreed to.
    package var wording: String?
    package var channel: String?
    package var note: String?

    package init(
      _ act: Act, _ scope: ConsentScope, on: Day, wording: String? = nil, channel: String? = nil,
      note: String? = nil
    ) {
      self.act = act
      self.scope = scope
      self.on = on
      self.wording = wording.flatMap(Self.said)
      self.channel = channel.flatMap(Self.said)
      self.note = note.flatMap(Self.said)
    }

    private static func said(_ text: String) -> String? {
      let text = text.trimmed
      return text.isEmpty ? nil : text
    }
  }

  package let contact: RowID
  package let name: String
  package let word: Word
  package let recordedBy: String
  /// The instant in UTC.
  package let recordedAt: String
  /// Whether it is the last word of the contact on its scope.
  package let isLast: Bool

  package var code: String { "C\(contact.running)" }
  /// Whether the contact agrees by it today.
  package var stands: Bool { isLast && word.act == .given }

  package static let fields: [Field<ConsentEntry>] = [
    Field(
      "contact", "Contact", "The contact, such as C17.", kind: .form("contact"), rank: .key
    ) { .text($0.code) },
    Field("name", "Name", "The name of the contact.", rank: .main) { .text($0.name) },
    Field("scope", "Scope", "What the consent is for, such as newsletter.") {
      .text($0.word.scope.name)
    },
    Field("act", "Act", "given or withdrawn.", kind: .words(of: Act.self)) {
      .text($0.word.act.rawValue)
    },
    Field("on", "On", "The day it was given or withdrawn.", kind: .day) { .day($0.word.on) },
    Field("wording", "Wording", "The version of the words that were agreed to.") {
      .text(orEmpty: $0.word.wording)
    },
    Field("channel", "Channel", "How it was given, such as web form or paper.") {
      .text(orEmpty: $0.word.channel)
    },
    Field("in_force", "In force", "Whether the contact agrees by it now.", kind: .flag) {
      .flag($0.stands)
    },
    Field("recorded_by", "Recorded by", "Who recorded it.", shown: false) {
      .text($0.recordedBy)
    },
    Field("recorded_at", "Recorded at", "When it was recorded, in UTC.", kind: .time, shown: false)
    { .text($0.recordedAt) },
    Field("note", "Note", "Anything else.", shown: false) { .text(orEmpty: $0.word.note) },
  ]
}

extension ConsentEntry {
  /// The lines in SQL, with their `place` among those of their contact and scope: the last word is 1.
  static let words = """
    SELECT consent.*, row_number() OVER (PARTITION BY contact_id, scope
                                         ORDER BY happened_on DESC, id DESC) AS place
    FROM consent
    """

  /// The lines of all contacts, or of one, oldest first.
  static func fetchAll(of contact: Int64? = nil, _ db: Database) throws -> [ConsentEntry] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, contact_id, scope, act, happened_on, wording, channel, recorded_by, recorded_at,
               note AS remark, place = 1 AS is_last
        FROM (\(words))
        WHERE :contact IS NULL OR contact_id = :contact
        ORDER BY happened_on, id
        """,
      arguments: ["contact": contact])
    var contacts: [Int64: Contact] = [:]
    return try rows.map { row in
      let id: Int64 = try row.value("contact_id")
      let contact = try contacts[id] ?? Contacts.fetch(id, db)
      contacts[id] = contact
      return ConsentEntry(
        contact: contact.id, name: contact.title,
        word: Word(
          try row.value("act"), try row.convert("scope") { ConsentScope($0) },
          on: try row.value("happened_on"), wording: try row.value("wording"),
          channel: try row.value("channel"), note: try row.value("remark")),
        recordedBy: try row.value("recorded_by"), recordedAt: try row.value("recorded_at"),
        isLast: try row.value("is_last"))
    }
  }
}
