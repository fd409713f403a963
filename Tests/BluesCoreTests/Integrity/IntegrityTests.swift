import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

@Suite struct `The check of a project` {
  private let folder: ProjectFolder

  init() throws {
    folder = try ProjectFolder()
    try folder.project(of: .rich())
  }

  private func faults() throws -> [String] {
    try folder.reading().integrity.faults().map { "\($0.kind) | \($0.place) | \($0.fault)" }
  }

  @Test func `finds no fault in a project that commands made`() throws {
    #expect(try faults() == [])
    #expect(try Store.blues().integrity.faults() == [])
  }

  @Test func `finds no fault after any change, its undo and its redo`() throws {
    let store = try Store.rich()
    for change in Trials.some(of: Change.all) {
      let copy = try store.copyInMemory()
      try change.make(copy)
      _ = try copy.history.undo()
      _ = try copy.history.redo()
      // The replay undoes the three steps one by one.
      #expect(try copy.integrity.faults() == [], "\(change)")
    }
  }

  @Test func `finds no fault where a part went with its record and came back`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.distinct("C1", "C2")
    _ = try store.contacts.remove("C1")
    let undone = try store.history.undo()
    #expect(undone.kept == 0 && undone.failed == 0)
    #expect(try store.integrity.faults() == [])
    let redone = try store.history.redo()
    #expect(redone.reversed == undone.reversed && redone.kept == 0 && redone.failed == 0)
    _ = try store.history.undo()
    #expect(try store.integrity.faults() == [])
  }

  @Test(arguments: [
    (
      "DROP INDEX document_record",
      ["index | table document | the index document_record is missing"]
    ),
    (
      """
      PRAGMA foreign_keys = OFF;
      UPDATE milestone_lead SET partner_id = 88 WHERE id = (SELECT min(id) FROM milestone_lead);
      """, nil
    ),
    ("UPDATE batch SET created = created + 1", nil),
    (
      "INSERT INTO last_id (name, last) VALUES ('contact.nothing', 1)",
      ["sum | table last_id | a number is of no table"]
    ),
    ("UPDATE operation SET changeset = x'54' WHERE id = (SELECT max(id) FROM operation)", nil),
    ("UPDATE partner SET city = 'Elsewhere' WHERE code = 'AV'", nil),
  ])
  func `finds what another program changed`(sql: String, exact: [String]?) throws {
    try folder.change(sql)
    let found = try faults()
    if let exact { #expect(found == exact) }
    #expect(!found.isEmpty || sql.contains("Elsewhere"), "\(sql)")
  }

  @Test(arguments: [
    "UPDATE project SET end_day = 'soon'",
    """
    INSERT INTO erasure (id, person, contact, erased_on, erased_by, reason)
    VALUES (1, 1, 1, 'once', 'ana', 'Request')
    """,
    "INSERT INTO stop_person (id, added_on, added_by, reason) VALUES (1, 'once', 'ana', 'Request')",
  ])
  func `finds a text that is no day, whatever the table`(sql: String) throws {
    try folder.change(sql)
    #expect(try faults().contains { $0.hasPrefix("value | project file | ") }, "\(sql)")
  }

  @Test func `finds a text that is not UTF-8 by table, row and column`() throws {
    try folder.change("UPDATE partner SET city = CAST(x'50CC' AS TEXT) WHERE code = 'AV'")
    let row = try folder.reading().queue.read {
      try Int64.fetchOne($0, sql: "SELECT id FROM partner WHERE code = 'AV'") ?? 0
    }
    #expect(
      try faults().contains(
        "value | table partner, row \(row) | column city has a text that is not UTF-8"))
  }

  @Test func `finds a value of another type by table, row and column`() throws {
    let old = try folder.reading().queue.read { db in
      try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'deliverable'")
    }
    let sql = try #require(old)
    try folder.change(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'deliverable';
      """)
    try folder.change(
      """
      PRAGMA ignore_check_constraints = ON;
      UPDATE deliverable SET number = x'61' WHERE id = (SELECT min(id) FROM deliverable);
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = '\(sql.replacing("'", with: "''"))' WHERE name = 'deliverable';
      """)
    let row = try folder.reading().queue.read {
      try Int64.fetchOne($0, sql: "SELECT min(id) FROM deliverable") ?? 0
    }
    #expect(
      try faults().contains(
        "value | table deliverable, row \(row) | column number has a value of another type"))
  }

  @Test func `finds a document that is missing`() throws {
    try folder.write(Data("abc".utf8), to: "report.pdf")
    var draft = try DocumentDraft(kind: "report")
    draft.file = folder.path("report.pdf")
    let store = try folder.writing()
    _ = try store.documents.add(draft, to: "D1.1")
    #expect(try faults() == [])
    try FileManager.default.removeItem(atPath: folder.path("report.pdf"))
    #expect(try faults() == ["document | report.pdf | DOC1 is missing"])
  }

  @Test func `writes nothing`() throws {
    let before = try folder.bytes("blues.db")
    _ = try faults()
    #expect(try folder.bytes("blues.db") == before)
    #expect(try folder.names() == ["blues.db"])
  }

  @Test func `repairs what can be made from the rows alone`() throws {
    let before = try folder.reading().dump()
    let found = try folder.reading().contacts.search("ana").map(\.code)
    try folder.change(
      "DROP INDEX document_record; INSERT INTO contact_search (contact_search) VALUES ('delete-all')"
    )
    #expect(try folder.writing().repair.run() == ["document_record"])
    #expect(try faults() == [])
    #expect(try folder.reading().dump() == before)
    #expect(try folder.reading().contacts.search("ana").map(\.code) == found)
    #expect(try folder.writing().repair.run() == [])
  }
}
