internal import Basics
package import Documents
internal import GRDB

/// On which side someone takes part: of the partnership and its clusters, or from outside.
package enum ParticipantSide: String, CaseIterable, Sendable, StoredValue {
  case member, guest
}

/// A contact that took part in an activity.
package struct Participant: Sendable, Equatable {
  package let contact: String
  package let name: String
  package let organisation: String?
  package let country: String?
  package let side: ParticipantSide
}

/// How many persons of one type of organisation took part who are not in the address list.
package struct CountedParticipants: Sendable, Equatable {
  /// A code of the list `organisation-category`, or `other`.
  package let type: String
  package let side: ParticipantSide
  package let persons: Int
}

extension Participant {
  package static let fields: [Field<Participant>] = [
    Field("contact", "Contact", rank: .key) { .text($0.contact) },
    Field("name", "Name", rank: .main) { .text($0.name) },
    Field("organisation", "Organisation") { .text(orEmpty: $0.organisation) },
    Field("country", "Country") { .text(orEmpty: $0.country) },
    Field("side", "Side") { .text($0.side.rawValue) },
  ]

  static func fetchAll(_ activity: Int64, _ db: Database) throws -> [Participant] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT contact_id, side FROM activity_contact WHERE activity_id = ? ORDER BY contact_id
        """,
      arguments: [activity]
    ).map { row in
      let contact = try Contacts.fetch(row.value("contact_id", as: Int64.self), db)
      return Participant(
        contact: contact.code, name: contact.title, organisation: contact.known[.organisation],
        country: contact.known[.country],
        side: try row.value("side"))
    }
  }
}

extension CountedParticipants {
  package static let fields: [Field<CountedParticipants>] = [
    Field("type", "Type", rank: .key) { .text($0.type) },
    Field("side", "Side") { .text($0.side.rawValue) },
    Field("persons", "Persons") { .integer($0.persons) },
  ]

  static func fetchAll(_ activity: Int64, _ db: Database) throws -> [CountedParticipants] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT type, side, persons FROM activity_count WHERE activity_id = ?
        ORDER BY side DESC, type
        """,
      arguments: [activity]
    ).map { row in
      CountedParticipants(
        type: try row.value("type"),
        side: try row.value("side"),
        persons: try row.value("persons"))
    }
  }
}
