import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Changesets in the history that no command of ours wrote.
@Suite struct `A damaged history` {
  /// The partnership with one changed partner, whose changeset is put in place of the real one.
  private static func store(_ changeset: [UInt8]) throws -> Store {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "UPDATE operation SET changeset = ? WHERE id = 2", arguments: [Data(changeset)])
    }
    return store
  }

  private static func changeset() throws -> [UInt8] {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    let bytes = try store.read { db in
      try Data.fetchOne(db, sql: "SELECT changeset FROM operation WHERE id = 2")
    }
    return Array(try #require(bytes))
  }

  private static func expectDamaged(_ store: Store, _ about: String) throws {
    let before = try store.dump()
    let damaged = HistoryProblem.damaged(2)
    #expect(throws: damaged, "\(about)") { try store.history.undo() }
    #expect(throws: damaged, "\(about)") { try store.history.undo(2) }
    #expect(throws: damaged, "\(about)") { try store.asKnown(on: .of("2020-03-01")) }
    #expect(try store.dump() == before)
    #expect(try store.history.steps().map(\.isUndone) == [false, false])
  }

  @Test(arguments: [
    [0x54], [0x00], [0xFF], [], [0x54, 0x01, 0x01], [0x54, 0x01, 0x01, 0x61],
    [0x54, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], [0x54, 0xFF, 0xFF, 0xFF, 0x7F], [0x12, 0x00],
    Array(repeating: 0x54, count: 1000),
  ])
  func `is told, and nothing is undone`(bytes: [UInt8]) throws {
    try Self.expectDamaged(Self.store(bytes), "\(bytes)")
    #expect(
      HistoryProblem.damaged(2).message
        == "Step 2 of the history is damaged: what it changed cannot be read.")
    #expect(HistoryProblem.damaged(2).kind == .badData)
  }

  @Test func `is told wherever a changeset is cut off`() throws {
    let whole = try Self.changeset()
    // Where a change ends, nothing tells that another one followed.
    let ends = try #require(ChangesetForm(Data(whole), withPlaces: true)).places.map(
      \.bytes.upperBound)
    #expect(ends == [ends[0], whole.count])
    let cuts = (0..<whole.count).filter { !ends.contains($0) }
    for count in Trials.some(of: cuts) {
      try Self.expectDamaged(Self.store(Array(whole[..<count])), "\(count) of \(whole.count)")
    }
  }

  @Test func `of a later step is told when an earlier one is undone`() throws {
    let store = try Store.blues()
    _ = try store.partners.set(.init("NP"), ["city": "Brno"])
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE operation SET changeset = x'54' WHERE id = 3")
    }
    #expect(throws: HistoryProblem.damaged(3)) { try store.history.undo(2) }
    #expect(try store.partners.one(.init("NP")).city == "Brno")
  }

  @Test(arguments: Trials.seeds(40))
  func `never hangs and never ends the program, whatever byte is another`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var bytes = try Self.changeset()
    for _ in 0...random.upTo(3) {
      bytes[random.upTo(bytes.count)] = UInt8(truncatingIfNeeded: random.upTo(256))
    }
    let store = try Self.store(bytes)
    do {
      _ = try store.history.undo()
    } catch let problem as any Problem {
      #expect([.badData, .conflict, .failed].contains(problem.kind), "\(problem)")
    }
    #expect(try store.answer("PRAGMA quick_check") == ["[quick_check:\"ok\"]"])
  }

  @Test func `of a table that is not there is told`() throws {
    var bytes = try Self.changeset()
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "p")))
    bytes[place] = UInt8(ascii: "q")
    try Self.expectDamaged(Self.store(bytes), "qartner")
  }

  /// A changeset that adds one row, its first column a number and the others empty.
  private static func changeset(adding columns: Int, to table: String) -> [UInt8] {
    var bytes: [UInt8] = [0x54, UInt8(columns), 1]
    bytes += [UInt8](repeating: 0, count: columns - 1)
    bytes += Array(table.utf8)
    bytes += [0, 0x12, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    bytes += [UInt8](repeating: 5, count: columns - 1)
    return bytes
  }

  @Test(arguments: [
    ("file", 2), ("operation", 11), ("batch", 9), ("last_id", 2), ("list_option", 4),
    ("list_import", 4),
    ("contact_search_data", 2), ("contact_search", 1), ("sqlite_schema", 5),
    ("sqlite_master", 5), ("sqlite_sequence", 2), ("SQLITE_SCHEMA", 5), ("Partner", 3),
  ])
  func `of a table that is not recorded is told`(table: String, columns: Int) throws {
    try Self.expectDamaged(
      Self.store(Self.changeset(adding: columns, to: table)), "\(table)")
  }

  @Test func `a document of a kind that is no table is told when a step is undone`() throws {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          INSERT INTO document (id, record_kind, record_id, kind, dated)
          VALUES (1, 'sqlite_schema', 1, 'report', '2020-05-01')
          """)
    }
    do {
      _ = try store.history.undo()
      Issue.record("the step was undone")
    } catch let problem as any Problem {
      #expect(
        problem.message
          == "The project file holds a value that blues cannot read: table document, "
          + "column record_kind.")
      #expect(problem.kind == .badData)
    }
  }

  @Test func `an instant that is none is told by row and column`() throws {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE operation SET at = 'yesterday' WHERE id = 2")
    }
    do {
      _ = try store.asKnown(on: .of("2020-03-01"))
      Issue.record("the past was shown")
    } catch let problem as any Problem {
      #expect(
        problem.message
          == "The project file holds a value that blues cannot read: table operation, row 2, "
          + "column at.")
      #expect(problem.kind == .badData)
    }
  }

  @Test func `a last number that no project reaches is damage`() throws {
    let store = try Store.blues()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO last_id (name, last) VALUES ('contact', \(Int64.max))")
    }
    do {
      _ = try store.contacts.add(ContactDraft([.name: "Ana"]))
      Issue.record("a contact was added")
    } catch let problem as any Problem {
      #expect(
        problem.message
          == "The project file holds a value that blues cannot read: table last_id, column last.")
      #expect(problem.kind == .badData)
    }
  }

  @Test func `an import that recorded nothing beside its rows is whole`() throws {
    let store = try Store.blues()
    try store.importContacts("id,name\n1,Ana\n", ImportRequest.test(source: "members"))
    #expect(
      try store.answer("SELECT length(changeset) AS length FROM operation WHERE id = 2")
        == ["[length:0]"])
    #expect(try store.history.undo().reversed == 2)
  }
}
