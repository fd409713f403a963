import GRDB
import Testing

@testable import BluesCore

@Suite struct `Values that no command of ours has written` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.risks.add(.init("R1"), ["title": "Nobody", "owner": "NP"])
    _ = try store.deliverables.add(.init("D1.1"), ["due": "M6"])
  }

  /// Changes the file as another program would, without the constraints.
  private func damage(_ sql: String) throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
    }
  }

  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let problem as UnreadValue {
      #expect(problem.kind == .badData)
      return problem.message
    } catch {
      return "\(error)"
    }
  }

  private func place(_ table: String, _ row: Int64, _ column: String) -> String {
    "The project file holds a value that blues cannot read: table \(table), row \(row), "
      + "column \(column)."
  }

  private func row(_ table: String) throws -> Int64 {
    try store.queue.read {
      try #require(try Int64.fetchOne($0, sql: "SELECT max(id) FROM \(table)"))
    }
  }

  @Test func `a reference to nothing is told with table, row and column`() throws {
    try store.queue.read { try BrokenReference.refuse($0) }
    try damage("UPDATE risk SET owner_id = 77 WHERE number = 1")
    let told = message { try store.queue.read { try BrokenReference.refuse($0) } }
    #expect(try told == place("risk", row("risk"), "owner_id"))
  }

  @Test(arguments: [
    ("UPDATE risk SET likelihood = 'huge'", "risk", "likelihood"),
    ("UPDATE risk SET number = -4", "risk", "number"),
    ("UPDATE deliverable SET due_month = 0", "deliverable", "due_month"),
  ])
  func `a value against its CHECK is told with table, row and column`(
    sql: String, table: String, column: String
  ) throws {
    try damage(sql)
    let told = message {
      _ = try table == "risk" ? store.risks.all().count : store.deliverables.all().count
    }
    #expect(try told == place(table, row(table), column))
  }

  @Test func `periods that end before they start are told`() throws {
    try damage("UPDATE period SET start_month = 30 WHERE number = 1")
    let told = message { _ = try store.periods.all() }
    #expect(
      told?.hasPrefix("The project file holds a value that blues cannot read: table period") == true
    )
  }

  @Test(arguments: ["2021-02-31", "M0", "soon"])
  func `an impossible day of a baseline is told`(due: String) throws {
    _ = try store.baselines.take("Signed", on: .of("2020-09-01"))
    try damage("UPDATE baseline SET plan = replace(plan, '\"due\":\"M6\"', '\"due\":\"\(due)\"')")
    #expect(
      try message { _ = try store.baselines.all() } == place("baseline", row("baseline"), "plan"))
  }

  @Test(arguments: ["yesterday", "0000", "2020-13-45"])
  func `an instant of the history that is none is told`(at: String) throws {
    try damage("UPDATE operation SET at = '\(at)' WHERE id = 1")
    #expect(message { _ = try store.history.steps() } == place("operation", 1, "at"))
    #expect(message { _ = try store.asKnown(on: .of("2020-09-01")) } == place("operation", 1, "at"))
  }

  @Test func `a CHECK is found in the text of its table, without comments and texts`() {
    let sql = """
      CREATE TABLE t (a TEXT CHECK (a IN ('(', 'b''s')), -- CHECK (no)
        b INTEGER, CHECK ((b > 0) AND b < 9), c TEXT DEFAULT 'CHECK (x)')
      """
    #expect(
      BrokenCheck.conditions(in: Array(sql.utf8)) == [
        "a IN ('(', 'b''s')", "(b > 0) AND b < 9",
      ])
  }
}
