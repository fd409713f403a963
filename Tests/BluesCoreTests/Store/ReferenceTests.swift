import GRDB
import Testing

@testable import BluesCore

/// Who refers to whom, with a table that no room of the core knows.
@Suite struct `References between tables` {
  /// A project with trainings, whose participants are contacts and whose hosts are organisations.
  private static func store() throws -> Store {
    let store = try Store.blues()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TABLE training (
            id INTEGER PRIMARY KEY,
            organisation_id INTEGER REFERENCES organisation (id)
          ) STRICT;
          CREATE TABLE participant (
            id INTEGER PRIMARY KEY,
            training_id INTEGER NOT NULL REFERENCES training (id),
            contact_id INTEGER NOT NULL REFERENCES contact (id),
            grade TEXT,
            UNIQUE (training_id, contact_id)
          ) STRICT;
          CREATE TABLE contact_label (
            id INTEGER PRIMARY KEY,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            label TEXT NOT NULL,
            UNIQUE (contact_id, label)
          ) STRICT;
          """)
    }
    try store.importContacts(Store.firstList, Store.listRequest)
    return store
  }

  private static func take(
    _ store: Store, _ number: Int64, in training: Int64, grade: String? = nil
  ) throws {
    try store.write { write in
      try write.db.execute(
        sql: "INSERT INTO training (id) VALUES (?) ON CONFLICT DO NOTHING", arguments: [training])
      try write.db.execute(
        sql: "INSERT INTO participant (training_id, contact_id, grade) VALUES (?, ?, ?)",
        arguments: [training, write.file << 32 | number, grade])
    }
  }

  private static func participants(_ store: Store) throws -> [String] {
    try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT printf('%d C%d %s', training_id, contact_id & 0xFFFFFFFF, coalesce(grade, '-'))
          FROM participant ORDER BY training_id, contact_id
          """)
    }
  }

  @Test func `a new table is known to refer to a contact, and its parts do not count`() throws {
    let store = try Self.store()
    try Self.take(store, 1, in: 7)
    try store.write { write in
      let one = write.file << 32 | 1
      try write.db.execute(
        sql: "INSERT INTO contact_label (contact_id, label) VALUES (?, 'vip')", arguments: [one])
      let users = try References.users(of: "contact", id: one, in: write.db)
      #expect(users.map { "\($0.table).\($0.column) \($0.count)" } == ["participant.contact_id 1"])
      #expect(
        try References.users(of: "contact", id: one, besides: ["participant"], in: write.db).isEmpty
      )
      #expect(try References.users(of: "contact", id: one + 1, in: write.db).isEmpty)
    }
  }

  @Test func `every column of the layout that refers to a contact or a profile is found`() throws {
    let store = try Store.blues()
    let columns = try store.read { db in
      try ["contact", "profile", "exchange"].map { table in
        try References.columns(to: table, in: db).map { "\($0.table).\($0.name)" }
      }
    }
    #expect(
      columns == [
        [
          "activity_contact.contact_id", "consent.contact_id", "distinct_contact.one_id",
          "distinct_contact.other_id", "exchange_person.contact_id", "merged_contact.contact_id",
        ],
        ["exchange.host_id", "exchange.visitor_id"],
        [
          "exchange_approval.exchange_id", "exchange_person.exchange_id",
          "exchange_step.exchange_id", "feedback.exchange_id", "paper.exchange_id",
          "step_ground.exchange_id",
        ],
      ])
  }

  @Test func `what refers to one row refers to another; of two that a key forbids one stays`()
    throws
  {
    let store = try Self.store()
    try Self.take(store, 1, in: 7)
    try Self.take(store, 2, in: 7, grade: "A")
    try Self.take(store, 2, in: 8)
    try store.write { write in
      let first = write.file << 32
      try References.move(from: first | 2, to: first | 1, of: "contact", in: write.db)
    }
    #expect(try Self.participants(store) == ["7 C1 A", "8 C1 -"])
  }

  @Test func `two rows that do not agree are not made one`() throws {
    let store = try Self.store()
    try Self.take(store, 1, in: 7, grade: "B")
    try Self.take(store, 2, in: 7, grade: "A")
    #expect(throws: ReferenceProblem.bothHave(table: "participant")) {
      try store.write { write in
        let first = write.file << 32
        try References.move(from: first | 2, to: first | 1, of: "contact", in: write.db)
      }
    }
    #expect(
      ReferenceProblem.bothHave(table: "exchange_person").message
        == "Both records have an entry in exchange person, and only one of the two can stay.")
    #expect(try Self.participants(store) == ["7 C1 B", "7 C2 A"])
  }

  @Test func `undo of an import keeps what a new table uses, whole, and the list brings the rest`()
    throws
  {
    let store = try Self.store()
    let clusters = try store.organisations.all().map { "\($0.name) \($0.clusters)" }
    try Self.take(store, 1, in: 7)
    let undone = try store.history.undo(2)
    #expect([undone.reversed, undone.kept, undone.failed] == [6, 3, 0])
    #expect(try Self.participants(store) == ["7 C1 -"])
    #expect(try store.contacts.all().map(\.title) == ["Ana Gil"])
    #expect(
      try store.organisations.all().map { "\($0.name) \($0.clusters)" } == [clusters[0]])
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 2, 0, 1, 0])
    #expect(try store.organisations.all().map { "\($0.name) \($0.clusters)" } == clusters)
  }

  @Test func `a merge of contacts moves what a new table says of them, and undo gives it back`()
    throws
  {
    let store = try Self.store()
    try Self.take(store, 2, in: 7, grade: "A")
    try store.write { write in
      try write.db.execute(
        sql: "INSERT INTO contact_label (contact_id, label) VALUES (?, 'vip')",
        arguments: [write.file << 32 | 2])
    }
    let before = try store.dump()
    _ = try store.contacts.merge("C1", with: ["C2", "C3"])
    #expect(try Self.participants(store) == ["7 C1 A"])
    #expect(
      try store.answer("SELECT contact_id & 0xFFFFFFFF AS id, label FROM contact_label")
        == ["[id:1 label:\"vip\"]"])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a merge of organisations moves what a new table says of them`() throws {
    let store = try Self.store()
    try store.write { write in
      try write.db.execute(
        sql: "INSERT INTO training (id, organisation_id) VALUES (7, ?)",
        arguments: [write.file << 32 | 3])
    }
    _ = try store.organisations.merge("O1", with: ["O3"])
    #expect(
      try store.answer("SELECT organisation_id & 0xFFFFFFFF AS id FROM training") == ["[id:1]"])
  }
}
