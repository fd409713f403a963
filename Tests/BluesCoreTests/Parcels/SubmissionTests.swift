import Basics
import Testing

@testable import BluesCore

/// Submissions of partners for periods, from draft to locked.
@Suite struct `Submissions` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func standing(_ copy: String = "bnpt") throws -> [String] {
    try shared.open(copy).shareStatus.status().submissions.map {
      "\($0.partner) \($0.period) \($0.sequence) \($0.standing.rawValue)"
    }
  }

  /// NP submits, and the coordinator takes it.
  private func submit(taken: Bool = true) throws {
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    if taken { try shared.apply() }
  }

  private func accept(_ partner: String = "NP") throws -> SubmissionStep {
    try shared.open("bnpt").submissions.accept(partner, "RP1", on: .of("2020-09-01"))
  }

  private static func submitted(_ row: String, _ sequence: Int = 1) -> SubmissionProblem {
    .submitted(row, period: "RP1", sequence: sequence, coordinator: "BNPT")
  }

  @Test func `go from draft to submitted, in review, returned, accepted and locked`() throws {
    #expect(try standing("np") == ["NP RP1 0 draft"])
    #expect(try standing() == ["NP RP1 0 draft"])
    try shared.set("K1", 1100, in: "np")
    try shared.set("K1", 1200, in: "bnpt")
    try submit(taken: false)
    #expect(try standing("np") == ["NP RP1 1 submitted"])
    #expect(try standing() == ["NP RP1 1 submitted"])
    try shared.apply()
    #expect(try standing() == ["NP RP1 1 in review"])
    try shared.decide(.refuse, "K1")
    try shared.apply()
    #expect(try standing() == ["NP RP1 1 applied in part"])
    let answer = try shared.send("bnpt", to: "NP", as: .return, period: "RP1")
    #expect(try standing() == ["NP RP1 1 returned"])
    try shared.receive(answer, in: "np")
    #expect(try standing("np") == ["NP RP1 1 submitted"])
    try shared.apply(in: "np")
    #expect(try standing("np") == ["NP RP1 1 returned"])
    try shared.set("K1", 1200, in: "np")
    try submit()
    #expect(try standing() == ["NP RP1 2 applied"])
    #expect(try accept().sequence == 2)
    #expect(try standing() == ["NP RP1 2 accepted"])
    #expect(try standing("np") == ["NP RP1 2 submitted"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try standing("np") == ["NP RP1 2 accepted"])
    let day = "2021-03-31"
    _ = try shared.open("bnpt", on: day).periodCheck.lock("RP1", on: .of(day), because: "Early")
    #expect(try standing() == ["NP RP1 2 locked"])
  }

  @Test func `what was submitted cannot change in the partner's copy until it is returned`() throws
  {
    let np = try shared.open("np", on: "2021-03-10")
    _ = try np.persons.add(.init("NP-1"), ["partner": "NP"])
    try np.importHours("Person,Month,Work package,Hours\nNP-1,2020-05,WP1,37.5\n")
    _ = try np.costs.add(.init("K3000001"), Costs.texts(["incurred_on": "2021-03-05"]))
    try submit()
    let cost = Self.submitted("cost K1")
    #expect(throws: cost) { try np.costs.set(.init("K1"), ["note": "Second class"]) }
    #expect(throws: cost) { try np.costs.set(.init("K1"), ["incurred_on": "2021-03-05"]) }
    #expect(throws: cost) { try np.costs.set(.init("K1"), ["charged_in": "RP2"]) }
    #expect(throws: cost) { try np.costs.remove(.init("K1")) }
    #expect(throws: Self.submitted("cost K3000002")) {
      try np.costs.add(.init("K3000002"), SharedProject.cost("Late", 500))
    }
    #expect(throws: Self.submitted("cost K3000001")) {
      try np.costs.set(.init("K3000001"), ["incurred_on": "2020-05-14"])
    }
    #expect(throws: Self.submitted("hours of NP-1 on 2020-06")) {
      try np.importHours("Person,Month,Work package,Hours\nNP-1,2020-06,WP1,10\n")
    }
    #expect(throws: Self.submitted("estimate EST3000001")) {
      try np.estimates.add(
        .init("EST3000001"),
        Changes([
          "partner": ["NP"], "category": ["D.1"], "month": ["2020-11"], "amount": ["9.00"],
        ]))
    }
    #expect(throws: Self.submitted("text progress")) {
      try np.reportTexts.set(
        .init("progress", workPackage: .init("WP1"), period: "RP1", partner: "NP"), to: "Part.")
    }
    #expect(cost.kind == .notPermitted)
    #expect(
      cost.message
        == "This copy submitted RP1 with parcel 1: cost K1 cannot change until BNPT returns it.")
    #expect(
      cost.hint
        == "ask BNPT to return it, or withdraw it: blues share withdraw RP1 --because \"…\"")
    // What is of another period is not of the submission.
    _ = try np.costs.set(.init("K3000001"), ["note": "Return ticket"])
    #expect(try shared.costs("np") == ["K1 First ticket 1000", "K3000001 Train 10000"])
  }

  @Test func `an undo and a redo change nothing of what was submitted`() throws {
    let np = try shared.open("np")
    _ = try np.persons.add(.init("NP-1"), ["partner": "NP"])
    try np.importHours("Person,Month,Work package,Hours\nNP-1,2020-05,WP1,37.5\n")
    try submit()
    #expect(throws: Self.submitted("hours of NP-1 on 2020-05")) { try np.history.undo() }
    #expect(try np.timesheets.all().count == 1)
  }

  @Test func `a partner takes a submission back until it is accepted`() throws {
    try submit()
    let np = try shared.open("np")
    #expect(throws: SubmissionProblem.reasonMissing) {
      try np.submissions.withdraw("RP1", because: " ")
    }
    let step = try np.submissions.withdraw("rp1", because: "Receipt missing")
    #expect(step.sequence == 1 && step.kind == .withdrawn && step.reason == "Receipt missing")
    #expect(try standing("np") == ["NP RP1 1 draft"])
    try shared.set("K1", 900, in: "np")
    #expect(throws: SubmissionProblem.withdrawn("NP", period: "RP1")) {
      try np.submissions.withdraw("RP1", because: "Again")
    }
    try shared.exchange(from: "np")
    #expect(try standing() == ["NP RP1 1 draft"])
    #expect(throws: SubmissionProblem.withdrawn("NP", period: "RP1")) { try accept() }
    try submit()
    _ = try accept()
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    let day = try Day.of("2020-09-01")
    #expect(throws: SubmissionProblem.acceptedAlready("NP", period: "RP1", on: day)) {
      try shared.open("np").submissions.withdraw("RP1", because: "Late")
    }
    #expect(throws: SubmissionProblem.acceptedAlready("NP", period: "RP1", on: day)) {
      try shared.send("np", as: .submit, period: "RP1")
    }
  }

  @Test func `an acceptance needs a submission that is reviewed, and is the coordinator's`() throws
  {
    #expect(throws: SubmissionProblem.nothingSubmitted("NP", period: "RP1")) { try accept() }
    try submit(taken: false)
    #expect(throws: SubmissionProblem.notReviewed("NP", sequence: 1)) { try accept() }
    try shared.apply()
    #expect(throws: SubmissionProblem.notCoordinator(copy: "NP", coordinator: "BNPT")) {
      try shared.open("np").submissions.accept("NP", "RP1", on: .of("2020-09-01"))
    }
    let tomorrow = try Day.of("2020-09-02")
    #expect(
      throws: PeriodStepProblem.inTheFuture("RP1", on: tomorrow, today: try Day.of("2020-09-01"))
    ) { try shared.open("bnpt").submissions.accept("NP", "RP1", on: tomorrow) }
    let step = try accept()
    let key = try KeyFile(ofProject: shared.folder.path("bnpt.db")).existing().publicKey
    #expect(step.key == key && step.partner == "NP" && step.period == "RP1")
    #expect(
      throws: SubmissionProblem.acceptedAlready("NP", period: "RP1", on: try Day.of("2020-09-01"))
    ) { try accept() }
    #expect(throws: SubmissionProblem.periodMissing) { try shared.send("np", as: .submit) }
  }

  @Test func `the partner reads why rows were refused, also after it took the answer`() throws {
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Bar", 800))
    try submit(taken: false)
    try shared.decide(.refuse, "K3000001")
    try shared.apply()
    try shared.receive(
      shared.send("bnpt", to: "NP", as: .return, period: "RP1"), in: "np")
    try shared.apply(in: "np")
    for copy in ["np", "bnpt"] {
      let comments = try shared.open(copy).shareStatus.status().comments.map {
        "\($0.partner) \($0.answer.what) \($0.answer.decision.rawValue) \($0.answer.reason)"
      }
      #expect(comments == ["NP K3000001 refuse Looked at"], "\(copy)")
    }
    try shared.set("K3000001", 300, in: "np")
    #expect(try shared.open("np").shareStatus.status().comments == [])
  }
}
