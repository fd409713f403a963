import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Values in the file that no command of ours wrote.
@Suite struct `Values of the wrong kind` {
  /// A value, and how the refusal ends.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let sql: String
    let place: String
    let read: @Sendable (Store) throws -> Void

    var testDescription: String { sql }
  }

  private static let values = [
    Wrong(
      sql: "UPDATE deliverable SET submitted_on = '2021-02-30' WHERE number = 2",
      place: "table deliverable, row 2, column submitted_on"
    ) { _ = try $0.deliverables.all() },
    Wrong(
      sql: "UPDATE deliverable SET due_month = 4611686018427387904 WHERE number = 1",
      place: "table deliverable, row 1, column due_month"
    ) { _ = try $0.workPackages.all() },
    Wrong(
      sql: "UPDATE deliverable SET due_month = 1000 WHERE number = 1",
      place: "table deliverable, row 1, column due_month"
    ) { _ = try $0.deliverables.all() },
    Wrong(
      sql: "UPDATE work_package SET number = 9223372036854775807 WHERE number = 3",
      place: "table work_package, row 3, column number"
    ) { _ = try $0.workPackages.all() },
    Wrong(
      sql: "UPDATE work_package SET end_month = 5000 WHERE number = 3",
      place: "table work_package, row 3, column end_month"
    ) { _ = try $0.planChart.gantt(today: $0.invocation.today) },
    Wrong(
      sql: "UPDATE task SET number = 9223372036854775807",
      place: "table task, row 1, column number"
    ) { _ = try $0.tasks.all() },
    Wrong(
      sql: "UPDATE project SET end_day = 'Secret'",
      place: "table project, row 1, column end_day"
    ) { _ = try $0.project.overview() },
    Wrong(
      sql: "UPDATE period SET start_month = 9223372036854775807, end_month = start_month",
      place: "table period, row 1, column start_month"
    ) { _ = try $0.project.dates() },
    Wrong(
      sql: "UPDATE milestone SET achieved_on = '31/12/2020'",
      place: "table milestone, row 1, column achieved_on"
    ) { _ = try $0.milestones.all() },
    Wrong(
      sql: "UPDATE partner SET role = 'Secret' WHERE code = 'AV'",
      place: "table partner, row 5, column role"
    ) { _ = try $0.partners.all() },
    Wrong(
      sql: "UPDATE exchange SET agreed_cents = 9223372036854775807 WHERE number = 2",
      place: "table exchange, row 2, column agreed_cents"
    ) { _ = try $0.payments.all() },
    Wrong(
      sql: "UPDATE exchange SET last_day = 'Secret' WHERE number = 2",
      place: "table exchange, row 2, column last_day"
    ) { _ = try $0.exchanges.all() },
    Wrong(
      sql: "UPDATE exchange SET state = 'Secret' WHERE number = 2",
      place: "table exchange, row 2, column state"
    ) { _ = try $0.exchanges.all() },
    Wrong(
      sql: "UPDATE exchange_step SET happened_on = 'Secret' WHERE id & 0xFFFFFFFF = 1",
      place: "table exchange_step, row 1, column happened_on"
    ) { _ = try $0.exchanges.one(.init("EX-001")) },
    Wrong(
      sql: "UPDATE paper SET dated = '2021-02-30' WHERE id & 0xFFFFFFFF = 1",
      place: "table paper, row 1, column dated"
    ) { _ = try $0.papers.all() },
    Wrong(
      sql: "UPDATE profile SET available_from = 'Secret' WHERE id & 0xFFFFFFFF = 1",
      place: "table profile, row 1, column available_from"
    ) { _ = try $0.profiles.all() },
    Wrong(
      sql: "UPDATE profile SET capacity = 9223372036854775807 WHERE id & 0xFFFFFFFF = 1",
      place: "table profile, row 1, column capacity"
    ) { _ = try $0.profiles.all() },
    Wrong(
      sql: "UPDATE operation SET kind = 'Secret' WHERE id = 2",
      place: "table operation, row 2, column kind"
    ) { _ = try $0.history.steps() },
  ]

  /// Writes past every check of the layout, as another program can.
  private static func store(_ sql: String) throws -> Store {
    let store = try Store.rich()
    _ = try store.project.amend(
      end: .of("2022-05-31"), reason: "Late", on: store.invocation.today)
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
      #expect(db.changesCount > 0)
    }
    return store
  }

  @Test(arguments: values)
  func `are refused with their place and without themselves`(wrong: Wrong) throws {
    let store = try Self.store(wrong.sql)
    let problem = #expect(throws: UnreadValue.self) { try wrong.read(store) }
    let message = try #require(problem?.message)
    // The number that people see, without the file's.
    let told = message.replacing(/row (\d+)/) { "row \((Int($0.1) ?? 0) & 0xFFFF_FFFF)" }
    #expect(told == "The project file holds a value that blues cannot read: \(wrong.place).")
    #expect(problem?.kind == .badData)
    #expect(problem?.hint == "copy the file, then restore a backup beside it")
  }

  @Test func `a table that another program laid out anew is read as carefully`() throws {
    let store = try Store.blues()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TABLE loose (id INTEGER PRIMARY KEY, number, title, start_month, end_month, lead);
          INSERT INTO loose VALUES (1, 'Secret', x'00', 'M1', 2.5, NULL);
          """)
    }
    func problem<Value: StoredValue>(_ column: String, _ kind: Value.Type) throws -> String? {
      #expect(throws: UnreadValue.self) {
        try store.read { db in
          try Row.fetchOne(db, sql: "SELECT * FROM loose")?.value(column, as: kind)
        }
      }?.message
    }
    let start = "The project file holds a value that blues cannot read: table loose, row 1, column"
    #expect(try problem("number", Int.self) == "\(start) number.")
    #expect(try problem("number", Int64.self) == "\(start) number.")
    #expect(try problem("number", Bool.self) == "\(start) number.")
    #expect(try problem("number", Data.self) == "\(start) number.")
    #expect(try problem("title", String.self) == "\(start) title.")
    #expect(try problem("start_month", ProjectMonth.self) == "\(start) start_month.")
    #expect(try problem("end_month", Int?.self) == "\(start) end_month.")
    #expect(
      try problem("lead", String.self)
        == "\(start) lead.")
    #expect(
      try problem("gone", String?.self)
        == "The project file holds a value that blues cannot read: column gone.")
  }

  @Test func `a broken list of extra columns is damage`() throws {
    let store = try Store.rich()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE contact SET extra = '{\"a\": Secret'")
    }
    #expect(
      throws: StoreProblem.damaged(
        path: ":memory:", detail: "a list of extra columns in it is broken")
    ) { try store.contacts.one("C1") }
  }

  @Test func `numbers of the file that cannot be are refused`() throws {
    for (sql, place) in [
      ("UPDATE file SET number = 0", "table file, row 1, column number"),
      ("UPDATE file SET number = 9223372036854775807", "table file, row 1, column number"),
      (
        "UPDATE operation SET id = 9223372036854775807 WHERE id = 2",
        "table operation, row 9223372036854775807, column id"
      ),
    ] {
      let store = try Store.rich()
      try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      let problem = #expect(throws: UnreadValue.self) {
        try store.partners.set(.init("AV"), ["city": "Nîmes"])
      }
      #expect(
        problem?.message == "The project file holds a value that blues cannot read: \(place).")
    }
  }
}
