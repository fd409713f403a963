internal import Basics
package import Documents
internal import GRDB

/// Who took part in an activity, as a row of a list over all activities: a contact, or how many of a type.
package struct ListedParticipant: Sendable, Equatable {
  package let activity: ActivityCode
  package let side: ParticipantSide
  package var contact: String?
  package var name: String?
  package var email: String?
  package var type: String?
  package var persons = 1

  /// The columns of the list, which its import takes.
  package static let fields: [Field<ListedParticipant>] = [
    Field("activity", "Activity", "The activity, such as A1.", kind: .form("activity"), rank: .key)
    {
      .text($0.activity.description)
    },
    Field("contact", "Contact", "The contact, such as C17.", kind: .form("contact"), rank: .key) {
      .text(orEmpty: $0.contact)
    },
    Field("name", "Name", "The name of the contact.", rank: .main) { .text(orEmpty: $0.name) },
    Field("email", "E-mail", "The e-mail address of the contact.") { .text(orEmpty: $0.email) },
    Field("type", "Type", "The type of organisation of persons who were counted.") {
      .text(orEmpty: $0.type)
    },
    Field("persons", "Persons", "How many persons.", kind: .number) { .integer($0.persons) },
    Field("side", "Side", "member or guest.", kind: .words(of: ParticipantSide.self)) {
      .text($0.side.rawValue)
    },
  ]
}

extension Records where R == Activity {
  /// The participants of all activities: the contacts of each, then the counted persons.
  package func allParticipants() throws -> [ListedParticipant] {
    let codes = try all().map(\.code)
    return try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      return try codes.flatMap { code in
        let id = try Activity.register.one(code, context).id
        let contacts = try Participant.fetchAll(id, db).map { one in
          let contact = try Contacts.fetch(one.contact, db)
          return ListedParticipant(
            activity: code, side: one.side, contact: one.contact, name: one.name,
            email: contact.known[.email])
        }
        let counts = try CountedParticipants.fetchAll(id, db).map {
          ListedParticipant(activity: code, side: $0.side, type: $0.type, persons: $0.persons)
        }
        return contacts + counts
      }
    }
  }
}

extension RecordList {
  /// Participants of activities, a row each: a contact, or a type of organisation with the persons.
  package static let participants = RecordList(
    noun: "participants",
    fields: [
      ImportField("activity", "event,activity no", isRequired: true),
      ImportField("contact", "contact no,contact id", content: .name),
      ImportField("name", "full name,person", content: .text),
      ImportField("email", "e-mail,mail,e-mail address", content: .text),
      ImportField("type", "type of organisation,category", content: .name),
      ImportField("persons", "number,count,number of persons", content: .typed),
      ImportField("side", "member or guest,role", content: .name),
    ],
    own: OwnColumns(
      listed: ListedParticipant.fields.map(\.column),
      exported: ListedParticipant.fields.map(\.column)),
    begin: { write, _ in
      let rows = ParticipantRows(
        write: write,
        context: try RecordContext(write.db, write.invocation, write.hooks, origin: .list))
      return RecordList.Filling { row in RecordList.Taken(verdict: try rows.put(row)) }
    })
}

/// Stores the rows of a list of participants.
private struct ParticipantRows {
  let write: Transaction
  let context: RecordContext

  func put(_ row: ImportRow) throws -> RecordList.Verdict {
    let code = try row.require("activity", "activity", "an activity such as A1") {
      try ActivityCode(listed: $0)
    }
    let activity: Int64
    do {
      activity = try Activity.register.one(code, context).id
    } catch let problem as any Problem {
      throw ImportRow.Refusal(field: "activity", rule: "activity", problem: problem)
    }
    let side =
      try row.read("side", "side", "member or guest") {
        ParticipantSide(rawValue: $0.asciiLowered)
      } ?? .member
    guard row.text("contact") != nil || row.text("name") != nil || row.text("email") != nil else {
      return try count(row, of: activity, side)
    }
    return try take(try contact(of: row), of: activity, side)
  }

  /// The contact of a row: by its e-mail address, else its code where the name is the same, else by
  /// its name.
  private func contact(of row: ImportRow) throws -> Int64 {
    let name = row.text("name")
    if let code = row.text("contact"), let found = try? Contacts.fetch(code, write.db),
      name == nil || found.title == name
    {
      return found.id.value
    }
    for field in ["email", "name", "contact"] {
      guard let text = row.text(field) else { continue }
      do {
        return try Contacts.fetch(text, write.db).id.value
      } catch let problem as any Problem {
        throw ImportRow.Refusal(field: field, rule: "contact", problem: problem)
      }
    }
    throw ImportRow.Refusal(field: "contact", rule: "contact", expected: "a contact such as C17")
  }

  private func take(
    _ contact: Int64, of activity: Int64, _ side: ParticipantSide
  ) throws -> RecordList.Verdict {
    let present = try String.fetchOne(
      write.db, sql: "SELECT side FROM activity_contact WHERE activity_id = ? AND contact_id = ?",
      arguments: [activity, contact])
    guard present != side.rawValue else { return .unchanged }
    try Activity.attend(activity, [contact], as: side, write)
    return present == nil ? .created : .updated
  }

  private func count(
    _ row: ImportRow, of activity: Int64, _ side: ParticipantSide
  ) throws -> RecordList.Verdict {
    let type = try row.require("type", "type", "a contact, or a type such as sme") { $0 }
    let persons = try row.require("persons", "persons", "a number of persons") { $0 }
    let counted: HeadCount
    do {
      counted = try HeadCount("\(type)=\(persons)")
    } catch let problem as any Problem {
      throw ImportRow.Refusal(field: "type", rule: "type", problem: problem)
    }
    let present = try Int.fetchOne(
      write.db,
      sql: "SELECT persons FROM activity_count WHERE activity_id = ? AND type = ? AND side = ?",
      arguments: [activity, counted.type, side.rawValue])
    guard present != counted.persons, present != nil || counted.persons > 0 else {
      return .unchanged
    }
    try Activity.put(counted, of: activity, side, write)
    return present == nil ? .created : .updated
  }
}
