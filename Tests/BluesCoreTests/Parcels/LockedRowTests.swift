import Basics
import GRDB
import Testing

@testable import BluesCore

/// What a parcel would change in the report of a period that was locked meanwhile.
@Suite struct `Rows of a locked period in a parcel` {
  private let shared: SharedProject
  private let lock = "2021-03-31"
  private let key = ReportTextKey("deviations.RP1.NP")

  init() throws { shared = try SharedProject() }

  /// What NP says of its statement, in cents, and its text, in a copy.
  private func said(_ copy: String) throws -> [String] {
    try shared.open(copy).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT 'requested ' || requested_cents FROM statement_word
          UNION ALL SELECT 'text ' || content FROM report_text
          UNION ALL SELECT 'words ' || words FROM effort_explanation
          """)
    }
  }

  private func change(_ cents: Int64, _ text: String) throws {
    let np = try shared.open("np")
    _ = try np.statements.say("NP", in: "RP1", requested: Money(cents: cents), receipts: nil)
    _ = try np.reportTexts.set(key, to: text)
    _ = try np.timesheets.explain("NP", in: .init("WP1"), period: "RP1", text)
  }

  @Test func `wait until it is reopened, and costs become adjustments`() throws {
    try change(500, "First")
    try shared.exchange(from: "np")
    try change(400, "Second")
    try shared.set("K1", 1500, in: "np")
    try shared.receive(shared.send("np"))
    let bnpt = try shared.open("bnpt", on: lock)
    _ = try bnpt.periodCheck.lock("RP1", on: .of(lock), because: "Early")
    let held = "RP1 is locked; it waits until RP1 is reopened, or until you refuse it"
    let notes = try bnpt.parcelReviews.review().rows.map { $0.note ?? "" }
    #expect(Set(notes) == ["", "\(held)."])
    let first = try bnpt.parcelReviews.apply()
    #expect(first.changed == 1 && !first.isWhole)
    #expect(Set(first.waiting.map(\.why)) == [held])
    #expect(try said("bnpt") == ["requested 500", "text First", "words First"])
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1500"])
    let statement = try bnpt.statements.ledger().statement(of: "NP", in: "RP1")
    #expect(statement.requestedContribution == Money(cents: 500))
    _ = try bnpt.periods.reopen("RP1", on: .of(lock), because: "Text of NP")
    let last = try bnpt.parcelReviews.apply()
    #expect(last.waiting.map(\.why) == [])
    let lines = try said("bnpt")
    #expect(lines == ["requested 400", "text Second", "words Second"])
  }

  @Test func `are refused by the keyboard for the same reason`() throws {
    try change(500, "First")
    try shared.exchange(from: "np")
    let bnpt = try shared.open("bnpt", on: lock)
    _ = try bnpt.periodCheck.lock("RP1", on: .of(lock), because: "Early")
    func locked(_ what: String) -> PeriodLockProblem {
      PeriodLockProblem(what: what, period: "RP1", state: .locked)
    }
    #expect(throws: locked("the text deviations.RP1.NP")) {
      try bnpt.reportTexts.set(key, to: "Second")
    }
    #expect(throws: locked("the explanation of effort in WP1")) {
      try bnpt.timesheets.explain("NP", in: .init("WP1"), period: "RP1", "Second")
    }
    #expect(throws: StatementProblem.notOpen("RP1", .locked)) {
      try bnpt.statements.say("NP", in: "RP1", requested: Money(cents: 400), receipts: nil)
    }
  }
}
