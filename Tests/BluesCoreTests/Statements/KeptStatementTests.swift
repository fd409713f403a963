import Basics
import Documents
import GRDB
import Testing

@testable import BluesCore

/// The statement of a locked period is what its lock keeps, in every form.
@Suite struct `A statement that a lock keeps` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "1000.00"]))
    _ = try store.exchangeRates.set(
      .czk, in: "RP1", to: #require(ExactRate(Array("25".utf8))), because: "Audit")
    _ = try store.costs.add(
      .init("K2"), Costs.texts(["amount": "2500.00", "currency": "CZK", "invoice": "2"]))
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
  }

  private static let formats: [Format] = [.text, .json, .jsonl, .csv, .markdown, .html, .xlsx]

  private func pages(_ store: Store, partner: String = "NP") throws -> [[UInt8]] {
    let document = try FinancialReport(store: store).document(
      ReportRequest(texts: ["partner": partner, "period": "RP1"]))
    return try Self.formats.map {
      try document.bytes(Rendering(format: $0, day: store.invocation.today))
    }
  }

  private func text(_ store: Store) throws -> String {
    String(decoding: try pages(store)[0], as: UTF8.self)
  }

  @Test func `is the same to the byte, whatever changes later`() throws {
    let before = try pages(store)
    let frozen = try #require(
      try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "NP"))
    #expect(before[1] == Array(frozen.content.utf8))
    #expect(try text(store).contains("The statement as it was locked on 2021-02-10."))
    #expect(
      try text(store).contains("D.1       Travel                                 1100.00 EUR"))
    let later = try store.on("2021-06-30")
    try later.set("UPDATE period_rate SET digits = 30")
    _ = try later.partners.set(.init("NP"), ["name": "Another name"])
    _ = try later.costs.add(.init("K3"), Costs.texts(["amount": "7.00", "invoice": "3"]))
    try later.costs.remove(.init("K1"))
    _ = try later.grantFigures.set("reimbursement", "costs", to: "50 %", because: "Amendment")
    _ = try later.periods.submit("RP1", on: .of("2021-06-30"))
    #expect(try pages(later) == before)
    try later.set("DELETE FROM period_rate")
    #expect(try pages(later) == before)
  }

  @Test func `is kept of a partner without costs as well`() throws {
    let before = try pages(store, partner: "AV")
    let later = try store.on("2021-06-30")
    _ = try later.costs.add(
      .init("K3"), Costs.texts(["amount": "7.00", "invoice": "3", "partner": "AV"]))
    #expect(try pages(later, partner: "AV") == before)
  }

  @Test func `of an earlier lock stays, and is found by the number of the lock`() throws {
    let first = try #require(
      try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "NP"))
    _ = try store.periods.reopen("RP1", on: .of("2021-02-10"), because: "Corrections")
    #expect(try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "NP") == nil)
    #expect(
      try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "NP", lock: 1)
        == first)
    #expect(try store.frozenDocuments.earlier(in: "RP1").contains(first))
    #expect(!(try text(store).contains("as it was locked")))
  }

  @Test func `is held against its lines, and the row that was changed is named`() throws {
    let row = try store.read {
      try Int64.fetchOne($0, sql: "SELECT id FROM declared_line WHERE source = 'K2'")
    }
    try store.set("UPDATE declared_line SET euro_cents = 60000 WHERE source = 'K2'")
    let found = #expect(throws: DeclaredDamage.self) { try store.statements.ledger() }
    #expect(found?.kind == .badData)
    #expect(
      found?.message
        == "The lines of NP in RP1 are not those that were locked: D.1 is 1600.00 EUR instead of "
        + "1100.00 EUR, in table declared_line, row \(row ?? 0).")
    #expect(throws: DeclaredDamage.self) { try SummaryReport(store: store).document() }
  }

  @Test(arguments: [
    "UPDATE declared_line SET category = 'D.2' WHERE source = 'K2'",
    "DELETE FROM declared_line WHERE source = 'K2'",
    "UPDATE locked_figure SET value = '99 %' WHERE rule = 'indirect-costs' AND figure = 'rate'",
    "UPDATE locked_figure SET value = '99 %' WHERE rule = 'reimbursement' AND figure = 'costs'",
  ]) func `is held against what was changed in other ways`(change: String) throws {
    try store.set(change)
    #expect(throws: DeclaredDamage.self) { try store.statements.ledger() }
  }

  @Test(arguments: [
    ("UPDATE cost_line SET category = 'Z.9' WHERE number = 1", "cost_line", "category"),
    ("UPDATE declared_line SET category = 'Z.9' WHERE source = 'K1'", "declared_line", "category"),
    ("UPDATE cost_line SET work_package_id = 999 WHERE number = 1", "cost_line", "work_package_id"),
    ("UPDATE cost_line SET charged_in_id = 999 WHERE number = 1", "cost_line", "charged_in_id"),
    (
      "UPDATE declared_line SET partner_id = 999 WHERE source = 'K1'", "declared_line", "partner_id"
    ),
    ("UPDATE declared_line SET step_id = 999 WHERE source = 'K1'", "declared_line", "step_id"),
    ("UPDATE locked_figure SET value = 'abc' WHERE figure = 'rate'", "locked_figure", "value"),
  ]) func `is never worked out of values that cannot be read`(
    change: String, table: String, column: String
  ) throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: change)
    }
    let found = #expect(throws: UnreadValue.self) { try store.statements.ledger() }
    #expect(found?.table == table)
    #expect(found?.column == column)
    #expect(found?.row != nil)
    #expect(found?.kind == .badData)
  }

  @Test(arguments: [("value", "abc"), ("rule", "nonsense"), ("figure", "nonsense")])
  func `a figure that no command has written is bad data`(column: String, value: String) throws {
    _ = try store.grantFigures.set("indirect-costs", "rate", to: "10 %", because: "Annex")
    try store.set("UPDATE rule_figure SET \(column) = '\(value)'")
    let found = #expect(throws: UnreadValue.self) { try store.grantFigures.book() }
    #expect(found.map { [$0.table, $0.column] } == ["rule_figure", column])
  }
}
