import Basics
import Documents
import Testing

@testable import BluesCore

/// What is accepted, by whom, and what it was made on.
@Suite struct `Accepted submissions` {
  private let shared: SharedProject
  private let day: Day

  init() throws {
    shared = try SharedProject()
    day = try Day.of("2020-09-01")
  }

  private func accept(_ partner: String = "NP", with file: KeyFile? = nil) throws -> SubmissionStep
  {
    try shared.open("bnpt").submissions.accept(partner, "RP1", on: day, with: file)
  }

  private func submit() throws {
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    try shared.apply()
  }

  private func accepted(_ row: String, coordinator: String? = nil) -> SubmissionProblem {
    .accepted(row, partner: "NP", period: "RP1", on: day, coordinator: coordinator)
  }

  @Test func `change in no copy`() throws {
    try submit()
    try shared.set("K1", 1050, in: "bnpt")
    _ = try accept()
    #expect(throws: accepted("cost K1")) { try shared.set("K1", 1060, in: "bnpt") }
    #expect(throws: accepted("cost K2")) {
      try shared.open("bnpt").costs.add(.init("K2"), SharedProject.cost("More", 100))
    }
    // An undo of what was accepted is a change of it.
    #expect(throws: accepted("cost K1")) {
      let step = try shared.open("bnpt").history.steps().first { $0.summary.contains("K1") }
      _ = try shared.open("bnpt").history.undo(try #require(step).id)
    }
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try shared.costs("np") == ["K1 First ticket 1050"])
    #expect(throws: accepted("cost K1", coordinator: "BNPT")) {
      try shared.set("K1", 1060, in: "np")
    }
    #expect(
      accepted("cost K1", coordinator: "BNPT").message
        == "RP1 of NP was accepted on 2020-09-01: cost K1 cannot change.")
    // Those of others, and of other periods, do.
    _ = try shared.open("bnpt").costs.add(.init("K2"), SharedProject.cost("Own", 100, of: "BNPT"))
  }

  @Test func `that is undone is submitted again, and so the partner reads`() throws {
    try submit()
    func standings() throws -> [SubmissionLine.Standing] {
      try shared.open("np").shareStatus.status().submissions.map(\.standing)
    }
    _ = try accept()
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try standings() == [.accepted])
    _ = try shared.open("bnpt").history.undo()
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try standings() == [.submitted])
    try shared.receive(shared.send("bnpt", to: "NP", as: .return, period: "RP1"), in: "np")
    try shared.apply(in: "np")
    try shared.set("K1", 1060, in: "np")
  }

  @Test func `hold what crossed them, until the period is locked: then it is an adjustment`() throws
  {
    try submit()
    _ = try accept()
    _ = try shared.open("np").submissions.withdraw("RP1", because: "Receipt found")
    try shared.set("K1", 1300, in: "np")
    try shared.receive(shared.send("np"))
    let row = try #require(shared.review().rows.first { $0.what == "K1" })
    #expect(row.standing == .changed)
    #expect(row.note == "RP1 of NP was accepted on 2020-09-01; it waits until RP1 is locked.")
    let first = try shared.apply()
    #expect(first.waiting.map(\.what) == ["K1"])
    #expect(first.changed == 0 && !first.isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1000"])
    let lines = try shared.open("bnpt").shareStatus.status().submissions
    #expect(lines.map(\.standing) == [.accepted])
    let lock = "2021-03-31"
    let bnpt = try shared.open("bnpt", on: lock)
    _ = try bnpt.periodCheck.lock("RP1", on: .of(lock), because: "Early")
    let effect = try LockedEffect(bnpt)
    #expect(try bnpt.parcelReviews.apply().changed == 1)
    #expect(try effect.remarks(in: bnpt) == ["RP1 is locked: this becomes an adjustment of RP2."])
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1300"])
  }

  @Test func `of the coordinator ask for a second person`() throws {
    let bnpt = try shared.open("bnpt")
    _ = try bnpt.costs.add(.init("K2"), SharedProject.cost("Own", 100, of: "BNPT"))
    let step = try bnpt.submissions.submit("RP1")
    #expect(step.sequence == 1 && step.partner == "BNPT" && step.kind == .submitted)
    #expect(throws: SubmissionProblem.submittedAlready("BNPT", period: "RP1")) {
      try bnpt.submissions.submit("RP1")
    }
    let frozen = SubmissionProblem.submitted(
      "cost K2", period: "RP1", sequence: 1, coordinator: nil)
    #expect(throws: frozen) { try shared.set("K2", 200, in: "bnpt") }
    #expect(throws: SubmissionProblem.sameKey("BNPT", period: "RP1")) { try accept("BNPT") }
    let file = KeyFile(at: shared.folder.path("eva.key"))
    let eva = try file.make().publicKey
    #expect(throws: SubmissionProblem.notOwnKey(eva.fingerprint, coordinator: "BNPT")) {
      try accept("BNPT", with: file)
    }
    _ = try bnpt.memberKeys.admit(eva, of: "BNPT", because: "Second person")
    #expect(try accept("BNPT", with: file).key == eva)
    #expect(try bnpt.shareStatus.status().submissions.map(\.standing) == [.accepted, .draft])
  }

  @Test func `of the coordinator without a second person need a reason`() throws {
    let bnpt = try shared.open("bnpt")
    _ = try bnpt.costs.add(.init("K2"), SharedProject.cost("Own", 100, of: "BNPT"))
    _ = try bnpt.submissions.submit("RP1")
    #expect(throws: SubmissionProblem.reasonMissing) {
      try bnpt.submissions.accept("BNPT", "RP1", on: day, isAlone: true)
    }
    let step = try bnpt.submissions.accept(
      "BNPT", "RP1", on: day, because: "One person in the office", isAlone: true)
    #expect(step.kind == .accepted && step.reason == "One person in the office")
    #expect(throws: SubmissionProblem.notOfPartner(copy: "NP", period: "RP1")) {
      try shared.open("np").submissions.submit("RP1")
    }
  }

  @Test func `a lock without a reason waits for all who have rows`() throws {
    let bnpt = try shared.open("bnpt", on: "2021-03-31")
    func lock() throws {
      try bnpt.write { write in
        let period = try #require(try Period.all(write.db).first)
        _ = try Periods.step(.locked, of: period, on: .of("2021-03-31"), because: nil, write)
      }
    }
    let refusal = SubmissionProblem.notAccepted(period: "RP1", partners: ["NP"])
    #expect(throws: refusal) { try lock() }
    #expect(refusal.message == "RP1 cannot be locked yet: not accepted of NP.")
    try submit()
    #expect(throws: refusal) { try lock() }
    _ = try accept()
    try lock()
    #expect(try bnpt.periods.standing("RP1").state == .locked)
  }

  @Test func `a submission says that the plan changed after it was made`() throws {
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    try shared.send("bnpt", to: "NP")
    func warning(_ copy: String) throws -> [String?] {
      try shared.open(copy).shareStatus.status().submissions.map { $0.plan?.warning }
    }
    #expect(try warning("bnpt") == [nil])
    _ = try shared.open("bnpt").workPackages.set(.init("WP1"), ["title": "Training of all"])
    let path = try shared.send("bnpt", to: "NP")
    let old = "made on the plan of parcel 1; 3 is the newest: work package changed"
    #expect(try warning("bnpt") == [old])
    #expect(try shared.review().plan?.warning == old)
    #expect(try warning("np") == [nil])
    try shared.receive(path, in: "np")
    try shared.apply(in: "np")
    #expect(try warning("np") == [old])
  }

  @Test func `what is to be done stands in the agenda of each copy`() throws {
    func duties(_ copy: String, days: Int? = 0) throws -> [String] {
      try shared.open(copy).agenda.items(.init(days: days))
        .filter { ["parcel", "submission"].contains($0.kind) }
        .map { "\($0.code) \($0.title) (\($0.debtor.words ?? "")): \($0.command)" }
    }
    #expect(
      try duties("np", days: nil) == [
        "RP1 NP: submit RP1 (NP): "
          + "blues share pack coordinator -o out --purpose submit --period RP1",
        "BNPT BNPT: pack its first parcel (NP): blues share pack BNPT -o out",
      ])
    try shared.receive(shared.send("np", as: .submit, period: "RP1"))
    #expect(try duties("bnpt") == ["NP NP: review and apply (BNPT): blues share review --from NP"])
    try shared.apply()
    #expect(
      try duties("bnpt") == [
        "NP NP: pack a parcel in answer (BNPT): blues share pack NP -o out",
        "RP1 NP: accept or return RP1 (BNPT): blues share accept NP RP1",
      ])
    _ = try accept()
    #expect(
      try duties("bnpt") == ["NP NP: pack a parcel in answer (BNPT): blues share pack NP -o out"])
    #expect(try Store.blues().agenda.items(.init(days: nil)).allSatisfy { $0.kind != "parcel" })
  }

  @Test func `the status report of a shared project has its copies and submissions`() throws {
    let request = ReportRequest(numbers: ["next": 60, "changed": 30])
    func titles(_ store: Store) throws -> [String] {
      let blocks = try store.statusReport.content(request).blocks
      return blocks.compactMap { block -> String? in
        if case .section(let title) = block { title } else { nil }
      }
    }
    #expect(
      try titles(shared.open("bnpt")).filter {
        ["Copies of the partners", "Submissions"].contains($0)
      } == ["Copies of the partners", "Submissions"])
    #expect(try !titles(Store.blues()).contains("Copies of the partners"))
  }
}
