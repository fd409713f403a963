import Basics
import Documents
import Testing

@testable import BluesCore

/// What a partner's copy says of itself, and what it leaves to others.
@Suite struct `A partner's copy` {
  private static let note = "Copy of NP: costs, hours and contacts of others are not in it."

  @Test func `every report says what is not in it`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    let pages = try [
      SummaryReport(store: np).document(), BudgetReport(store: np).document(),
      StatusReport(store: np).document(),
    ]
    for page in pages { #expect(page.footer.first == Self.note) }
    let bnpt = try shared.open("bnpt")
    #expect(try !SummaryReport(store: bnpt).document().footer.contains(Self.note))
    #expect(
      try !SummaryReport(store: .blues()).document().footer.contains { $0.hasPrefix("Copy of") })
  }

  @Test func `a report about another partner is refused, and left out of all reports`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    let problem = PartnersCopyProblem.othersFigures(of: "AV", copy: "NP", coordinator: "BNPT")
    #expect(throws: problem) {
      try PartnerReport(store: np).document(ReportRequest(subjects: ["partner": "av"]))
    }
    #expect(throws: problem) {
      try FinancialReport(store: np).document(
        ReportRequest(texts: ["partner": "AV", "period": "RP1"]))
    }
    #expect(
      problem.reason
        == "This is the copy of NP, and the costs, hours and contacts of AV are not in it. "
        + "Ask BNPT for the report of AV")
    #expect(problem.kind == .notPermitted)
    let own = try PartnerReport(store: np).document(ReportRequest(subjects: ["partner": "NP"]))
    #expect(own.footer.first == Self.note)
    #expect(try np.partnersWithFigures() == ["NP"])
    #expect(
      try shared.open("bnpt").partnersWithFigures() == ["AV", "BNPT", "MCICT", "NP", "ZINNAE"])
  }

  @Test func `what the coordinator alone can do is asked of it`() throws {
    let shared = try SharedProject()
    let bnpt = try shared.open("bnpt")
    _ = try bnpt.deliverables.add(
      .init("D1.1"),
      ["title": "Guide", "lead": "BNPT", "type": "R", "level": "PU", "due": "2020-08-31"])
    _ = try bnpt.milestones.add(
      .init("MS1"), ["title": "Start", "work_packages": "WP1", "due": "2020-08-31"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    func commands(_ copy: String, _ kind: String) throws -> Set<String> {
      Set(
        try shared.open(copy).agenda.items(Agenda.Request(days: nil)).filter { $0.kind == kind }
          .map(\.command))
    }
    for kind in ["deliverable", "milestone"] {
      let asked = try commands("np", kind)
      #expect(asked == ["ask BNPT"])
      #expect(try !commands("bnpt", kind).contains("ask BNPT"))
    }
    let missing = try shared.open("np").reportCheck.missing(in: "RP1").map(\.command)
    #expect(missing.contains("ask BNPT"))
    #expect(missing.filter { $0.hasPrefix("blues report period lock") } == [])
    #expect(missing.filter { $0.hasPrefix("blues wp d ") } == [])
  }

  @Test func `the record of another partner is asked of that partner`() throws {
    let shared = try SharedProject()
    let copy = try #require(shared.open("np").read { try PartnersCopy($0) })
    let done = "blues wp action done ACT1"
    #expect(copy.offered(done, of: ["AV"]) == "ask AV")
    #expect(copy.offered(done, of: ["AV", "NP"]) == done)
    #expect(copy.offered(done) == done)
    #expect(copy.offered("blues wp ms achieve MS1", of: ["NP"]) == "ask BNPT")
    #expect(try shared.open("bnpt").read { try PartnersCopy($0)?.partner } == nil)
  }

  @Test func `its own submission stands in its status`() throws {
    let shared = try SharedProject()
    try shared.send("np", as: .submit, period: "RP1")
    func standing() throws -> [String] {
      try shared.open("np").shareStatus.status().submissions.map {
        "\($0.partner) \($0.period) \($0.sequence) \($0.standing.rawValue)"
      }
    }
    #expect(try standing() == ["NP RP1 1 submitted"])
  }

  @Test func `a lock is refused as a lock`() throws {
    let shared = try SharedProject()
    let problem = PartnersCopyProblem.periodStep("RP1", copy: "NP", coordinator: "BNPT")
    #expect(throws: problem) {
      try shared.open("np").periodCheck.lock("RP1", on: .of("2021-03-31"), because: "Ready")
    }
    #expect(
      problem.reason
        == "This is the copy of NP: BNPT locks, submits and reopens RP1. Send what NP has for it: "
        + "blues share pack coordinator -o out; then ask BNPT")
  }
}
