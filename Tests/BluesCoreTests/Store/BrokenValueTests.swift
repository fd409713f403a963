import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `Values that no command of ours has written` {
  let store: Store

  init() throws {
    store = try Store.blues()
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

  @Test func `a number of a budget line that no sum can hold is told by every check of costs`()
    throws
  {
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "D.1", "amount": "100.00"])
    try damage("UPDATE budget_line SET number = \(Int64.max)")
    let told = try place("budget_line", row("budget_line"), "number")
    #expect(
      message {
        _ = try store.read { try CostCheck(RecordContext($0, store.invocation, store.hooks)) }
      } == told)
    #expect(message { _ = try store.budget.all() } == told)
  }

  @Test func `a sum of SQLite's that no number can hold is told with the number`() throws {
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "D.1", "amount": "100.00"])
    _ = try store.budget.add(
      .init("B2"), ["partner": "NP", "category": "D.3", "amount": "100.00"])
    try damage("UPDATE budget_line SET amount_cents = \(Int64.max)")
    let first = try #require(
      try store.queue.read { try Int64.fetchOne($0, sql: "SELECT min(id) FROM budget_line") })
    let told = place("budget_line", first, "amount_cents")
    #expect(
      message {
        _ = try store.read {
          try Int.fetchOne($0, sql: "SELECT sum(amount_cents) FROM budget_line")
        }
      } == told)
    #expect(
      message {
        _ = try store.read { db in
          let sum = try #require(
            try Row.fetchOne(db, sql: "SELECT max(amount_cents) - 1 AS sum FROM budget_line"))
          return try sum.value("sum", as: Int.self)
        }
      } == told)
  }
}
