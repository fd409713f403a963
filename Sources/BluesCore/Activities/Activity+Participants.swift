internal import GRDB

extension Records where R == Activity {
  /// Who took part, by contact, then by count.
  package func participants(
    _ code: ActivityCode
  ) throws -> (contacts: [Participant], counts: [CountedParticipants]) {
    try store.read { db in
      let id = try Activity.register.one(
        code, RecordContext(db, store.invocation, store.hooks)
      ).id
      return (try Participant.fetchAll(id, db), try CountedParticipants.fetchAll(id, db))
    }
  }

  /// Records contacts and counted persons as participants of one side.
  ///
  /// A contact that is there already comes to that side; a count takes the place of the earlier one.
  package func attend(
    _ code: ActivityCode, contacts: [String] = [], counts: [HeadCount] = [],
    as side: ParticipantSide = .member
  ) throws -> Activity {
    guard !contacts.isEmpty || !counts.isEmpty else { throw AttendanceProblem.nobodyNamed(code) }
    if let twice = Dictionary(grouping: counts, by: \.type).first(where: { $0.value.count > 1 }) {
      throw AttendanceProblem.countedTwice(twice.key)
    }
    return try changing(code, "recorded participants of \(code)") { write, id in
      let ids = try contacts.map { try Contacts.fetch($0, write.db).id.value }
      try Activity.attend(id, ids, as: side, write)
      for count in counts { try Activity.put(count, of: id, side, write) }
    }
  }

  /// Takes contacts off the participants; the contacts stay.
  package func excuse(_ code: ActivityCode, contacts: [String]) throws -> Activity {
    guard !contacts.isEmpty else { throw AttendanceProblem.nobodyNamed(code) }
    return try changing(code, "removed participants of \(code)") { write, id in
      for text in contacts {
        let contact = try Contacts.fetch(text, write.db)
        try write.db.execute(
          sql: "DELETE FROM activity_contact WHERE activity_id = ? AND contact_id = ?",
          arguments: [id, contact.id.value])
        guard write.db.changesCount > 0 else {
          throw AttendanceProblem.notThere(contact.code, code)
        }
      }
    }
  }

  private func changing(
    _ code: ActivityCode, _ told: String, _ change: (Transaction, Int64) throws -> Void
  ) throws -> Activity {
    let changed = try step([code], told: { _ in told }) { write, id, _ in try change(write, id) }
    guard let activity = changed.first else { return try one(code) }
    return activity
  }
}

extension Activity {
  /// Makes a number of persons of one type that of one side; zero takes the count away.
  static func put(
    _ count: HeadCount, of activity: Int64, _ side: ParticipantSide, _ write: Transaction
  ) throws {
    let row = try Int64.fetchOne(
      write.db,
      sql: "SELECT id FROM activity_count WHERE activity_id = ? AND type = ? AND side = ?",
      arguments: [activity, count.type, side.rawValue])
    switch (row, count.persons) {
    case (let row?, 0):
      try write.db.execute(sql: "DELETE FROM activity_count WHERE id = ?", arguments: [row])
    case (let row?, _):
      try write.db.execute(
        sql: "UPDATE activity_count SET persons = ? WHERE id = ?", arguments: [count.persons, row])
    case (nil, 0): break
    case (nil, _):
      try write.db.execute(
        sql: """
          INSERT INTO activity_count (id, activity_id, type, side, persons) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          write.nextID("activity_count"), activity, count.type, side.rawValue, count.persons,
        ])
    }
  }

  /// Makes contacts participants of one side; says how many were not there before.
  @discardableResult
  static func attend(
    _ activity: Int64, _ contacts: [Int64], as side: ParticipantSide, _ write: Transaction
  ) throws -> Int {
    var new = 0
    for contact in contacts {
      try write.db.execute(
        sql: "UPDATE activity_contact SET side = ? WHERE activity_id = ? AND contact_id = ?",
        arguments: [side.rawValue, activity, contact])
      guard write.db.changesCount == 0 else { continue }
      try write.db.execute(
        sql: """
          INSERT INTO activity_contact (id, activity_id, contact_id, side) VALUES (?, ?, ?, ?)
          """,
        arguments: [write.nextID("activity_contact"), activity, contact, side.rawValue])
      new += 1
    }
    return new
  }
}
