import Basics
import Testing

@testable import BluesCore

/// A workbook that a partner filled in comes back through the imports, and is reviewed as a parcel is.
@Suite struct `A workbook that comes back` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  /// What the review says of the hotel of these workbooks.
  private let hotel =
    "Amount 90.00; Currency EUR; Incurred 2020-05-14; Description Hotel; Category D.1; WP WP5"

  private func rows() throws -> [String] {
    try shared.review().rows.map { "\($0.what) \($0.standing.rawValue): \($0.summary)" }
  }

  @Test func `a workbook has numbers of its own for new rows, behind those of the copy`() throws {
    let making = try shared.open("bnpt").workbooks
    let first = try making.make(for: "NP")
    #expect(first.firstNumber == 3_500_001)
    #expect(first.ticket.number == 1)
    #expect(first.ticket.state.utf8.count == 64)
    #expect(try making.make(for: "np").firstNumber == 3_501_001)
    #expect(WorkbookTicket(Dictionary(uniqueKeysWithValues: first.ticket.lines)) == first.ticket)
    #expect(
      throws: ParcelProblem.notToPartners(copy: "NP", coordinator: "BNPT")
    ) { try shared.open("np").workbooks.make(for: "AV") }
  }

  @Test func `the numbers of the eleventh partner have eight digits, and are taken`() throws {
    let bnpt = try shared.open("bnpt")
    for number in 6...11 {
      _ = try bnpt.partners.add(
        .init("X\(number)"), ["name": "Partner \(number)", "country": "CZ"])
    }
    #expect(try bnpt.workbooks.make(for: "X11").firstNumber == 11_500_001)
    let path = try FilledWorkbook(shared.workbook(for: "X11")).costs([
      ["K11500001", "Hotel", "90"]
    ]).write("x.xlsx", in: shared)
    #expect(try shared.take(path).unread == [])
    #expect(try rows() == ["K11500001 new: \(hotel)"])
  }

  @Test func `new and changed rows are staged, and nothing is changed yet`() throws {
    let path = try FilledWorkbook(shared.workbook()).costs([
      ["K1", "First ticket", "12.50"], ["K3500001", "Hotel", "90"], ["K3500002"],
    ]).write("np.xlsx", in: shared)
    let outcome = try shared.take(path)
    #expect(outcome.unread == [])
    #expect(outcome.arrival.outcome == .waiting)
    #expect(outcome.arrival.sequence == 1)
    #expect(outcome.arrival.detail == "Not signed: it counts as coming from tester.")
    #expect(outcome.isBaseKnown)
    #expect(
      try rows() == [
        "K1 changed: Amount 10.00 → 12.50",
        "K3500001 new: \(hotel)",
      ])
    let review = try shared.review()
    #expect(review.origin == "From a workbook, not signed; received by tester.")
    #expect(!review.isBaseUnknown)
    #expect(review.notSent.isEmpty)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
  }

  @Test func `an apply is one step, and one undo restores to the byte`() throws {
    let path = try FilledWorkbook(shared.workbook()).costs([
      ["K1", "First ticket", "12.50"], ["K3500001", "Hotel", "90"], ["K3500002", "Bar", "8"],
    ]).write("np.xlsx", in: shared)
    try shared.take(path)
    try shared.decide(.refuse, "K3500002")
    let before = try shared.open("bnpt").dump()
    let applied = try shared.apply()
    #expect(applied.noun == "workbook")
    #expect(applied.added == 1 && applied.changed == 1 && applied.refused == 1 && applied.isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1250", "K3500001 Hotel 9000"])
    let step = try #require(shared.open("bnpt").history.steps().first)
    #expect(step.summary == "applied workbook 1 of NP: 2 rows")
    let line = try #require(shared.open("bnpt").shareStatus.status().parcels.last)
    #expect(
      line.note == "From a workbook, not signed; received by tester. Partly: 1 refused.")
    _ = try shared.open("bnpt").history.undo()
    #expect(try shared.open("bnpt").dump() == before)
  }

  @Test func `both changed one row: a conflict with before, theirs and ours`() throws {
    let ticket = try shared.workbook()
    try shared.set("K1", 1234, in: "bnpt")
    let path = try FilledWorkbook(ticket).costs([["K1", "First ticket", "11.11"]])
      .write("np.xlsx", in: shared)
    try shared.take(path)
    let row = try #require(shared.review().rows.first)
    #expect(row.standing == .conflict)
    #expect(
      row.changes.map { [$0.field, $0.base, $0.theirs, $0.ours] } == [
        ["Amount", "10.00", "11.11", "12.34"]
      ])
    #expect(try shared.apply().conflicts == 1)
    try shared.decide(.take, "K1")
    #expect(try shared.apply().changed == 1)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1111"])
  }

  @Test func `what only this copy changed since stays, and is not shown`() throws {
    let ticket = try shared.workbook()
    try shared.set("K1", 1234, in: "bnpt")
    try shared.take(
      FilledWorkbook(ticket).costs([["K1", "First ticket", "10"], ["K3500001", "Hotel", "90"]])
        .write("np.xlsx", in: shared))
    #expect(
      try rows() == ["K3500001 new: \(hotel)"])
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1234", "K3500001 Hotel 9000"])
  }

  @Test func `a row that the sheet lacks stays, and a mark takes one away`() throws {
    _ = try shared.open("bnpt").costs.add(.init("K2"), SharedProject.cost("Second", 2000))
    let ticket = try shared.workbook()
    try shared.take(
      FilledWorkbook(ticket).costs([["K1", "First ticket", "10", "", "x"]])
        .write("np.xlsx", in: shared))
    #expect(try shared.review().rows.map { "\($0.what) \($0.standing.rawValue)" } == ["K1 deleted"])
    #expect(try shared.apply().deleted == 1)
    #expect(try shared.costs("bnpt") == ["K2 Second 2000"])
  }

  @Test func `the same workbook corrected means the same rows, and is no second copy of them`()
    throws
  {
    let ticket = try shared.workbook()
    func send(_ amount: String, _ name: String) throws {
      try shared.take(
        FilledWorkbook(ticket).costs([
          ["K3500002", "Hotel", amount], ["K3500001", "Bus", "7"],
        ]).write(name, in: shared))
    }
    try send("90", "one.xlsx")
    try send("91", "two.xlsx")
    #expect(try shared.review().sequence == 2)
    try shared.apply()
    #expect(
      try shared.costs("bnpt")
        == ["K1 First ticket 1000", "K3500001 Bus 700", "K3500002 Hotel 9100"])
    try send("92", "three.xlsx")
    #expect(try rows() == ["K3500002 changed: Amount 91.00 → 92.00"])
    try shared.decide(.refuse, "K3500002")
    try shared.apply()
    try shared.set("K3500001", 800, in: "bnpt")
    try send("93", "four.xlsx")
    #expect(try rows() == ["K3500002 changed: Amount 91.00 → 93.00"])
    let states = try shared.open("bnpt").shareStatus.status().parcels
      .filter { $0.direction == "received" }.map(\.state)
    #expect(states == [.superseded, .applied, .applied, .waiting])
    #expect(
      try shared.take(shared.folder.path("four.xlsx")).arrival.outcome == .known)
  }

  @Test func `of a workbook without its ticket every row that differs is a conflict`() throws {
    let path = try FilledWorkbook(nil).costs([
      ["K1", "First ticket", "12.50"], ["K3500001", "Hotel", "90"],
    ]).write("np.xlsx", in: shared)
    #expect(throws: ReturnedWorkbookProblem.unnamed(path)) { try shared.take(path) }
    #expect(try !shared.take(path, from: "np").isBaseKnown)
    try shared.set("K1", 1111, in: "bnpt")
    #expect(
      try rows() == [
        "K1 conflict: Amount 11.11 → 12.50",
        "K3500001 new: \(hotel)",
      ])
    #expect(try shared.review().isBaseUnknown)
  }

  @Test func `a workbook of another project, partner or state is refused, or known as such`() throws
  {
    let ticket = try shared.workbook()
    let other = try FilledWorkbook(
      ticket, setting: "project", to: String(repeating: "a", count: 32)
    ).costs([["K1", "First ticket", "10"]]).write("other.xlsx", in: shared)
    #expect(throws: ReturnedWorkbookProblem.otherProject(other)) { try shared.take(other) }
    let own = try FilledWorkbook(ticket).costs([["K1", "First ticket", "11"]])
      .write("own.xlsx", in: shared)
    #expect(throws: ReturnedWorkbookProblem.otherPartner(own, partner: "NP", said: "AV")) {
      try shared.take(own, from: "AV")
    }
    let stale = try FilledWorkbook(
      ticket, setting: "state", to: String(repeating: "b", count: 64)
    ).costs([["K1", "First ticket", "12"]]).write("stale.xlsx", in: shared)
    #expect(try !shared.take(stale).isBaseKnown)
    #expect(throws: ReturnedWorkbookProblem.waiting(1, partner: "NP")) { try shared.take(own) }
    #expect(throws: ReturnedWorkbookProblem.self) {
      try shared.take(
        FilledWorkbook(ticket).with("Other", ["A"]) { [["1"]] }
          .write("none.xlsx", in: shared))
    }
  }

  @Test func `a workbook whose rows went with an erased person stands in the way of no other`()
    throws
  {
    let first = try shared.workbook()
    try shared.take(
      FilledWorkbook(first).costs([["K1", "First ticket", "11"]]).write("one.xlsx", in: shared))
    try shared.sql("DELETE FROM parcel_content", in: "bnpt")
    #expect(throws: ParcelProblem.noneWaiting("NP")) { try shared.review() }
    try shared.take(
      FilledWorkbook(shared.workbook()).costs([["K1", "First ticket", "12"]])
        .write("two.xlsx", in: shared))
    #expect(try rows() == ["K1 changed: Amount 10.00 → 12.00"])
  }

  @Test func `a dry run of a receipt keeps nothing`() throws {
    let path = try FilledWorkbook(shared.workbook()).costs([["K1", "First ticket", "11"]])
      .write("np.xlsx", in: shared)
    #expect(
      try shared.open("bnpt").rehearsal.workbookReceiving.receive(file: path).arrival.rows == 1)
    #expect(throws: ParcelProblem.noneWaiting(nil)) { try shared.review() }
  }
}
