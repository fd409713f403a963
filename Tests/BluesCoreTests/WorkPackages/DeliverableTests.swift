import Basics
import Testing

@testable import BluesCore

@Suite struct `Deliverables of the plan` {
  let store: Store
  let code: DeliverableCode

  init() throws {
    store = try Store.blues()
    code = try DeliverableCode("D1.1")
    _ = try store.deliverables.add(
      code, ["title": "Study", "lead": "np", "type": "R", "level": "PU", "due": "M6"])
  }

  @Test func `a deliverable is added pending and with its facts`() throws {
    let deliverable = try store.deliverables.one(code)
    #expect(deliverable.title == "Study")
    #expect(deliverable.lead == "NP")
    #expect(deliverable.state == .pending)
    #expect(deliverable.dueOn.iso == "2020-07-31")
    #expect(deliverable.standing == .late(days: 32))
    #expect(try store.deliverables.story(code).steps == [])
  }

  @Test func `without a due date it is due with its work package`() throws {
    _ = try store.workPackages.set(.init("WP2"), ["end_month": "M10"])
    #expect(try store.deliverables.add(.init("D2.1"), [:]).due.text == "M10")
  }

  @Test(arguments: [
    ("2020-07-16", Standing.ahead(days: 15), "due in 15 days", false),
    ("2020-07-30", .ahead(days: 1), "due in 1 day", false),
    ("2020-07-31", .ahead(days: 0), "due today", false),
    ("2020-08-01", .late(days: 1), "1 day late", true),
    ("2020-08-31", .late(days: 31), "31 days late", true),
  ])
  func `lateness is counted from the day after`(
    today: String, standing: Standing, words: String, isLate: Bool
  ) throws {
    let deliverable = try store.on(today).deliverables.one(code)
    #expect(deliverable.standing == standing)
    #expect(deliverable.standing.words == words)
    #expect(deliverable.isLate == isLate)
    #expect(deliverable.state == .pending)
  }

  @Test func `it goes from pending to submitted, rejected, submitted again and accepted`() throws {
    let sent = try store.deliverables.submit(code, on: .of("2020-07-31"), note: "v1")
    #expect(sent.state == .submitted && sent.standing == .done)
    let back = try store.deliverables.reject(code, on: .of("2020-08-05"), note: "Table 3")
    #expect(back.state == .rejected)
    #expect(back.decidedOn?.iso == "2020-08-05")
    #expect(back.standing == .late(days: 32))
    let again = try store.deliverables.submit(code, on: .of("2020-08-10"))
    #expect(again.standing == .doneLate(days: 10))
    #expect(again.standing.words == "done, 10 days late")
    #expect(again.decidedOn == nil)
    let done = try store.deliverables.accept(code, on: .of("2020-09-01"), note: "Fine")
    #expect(done.state == .accepted)
    #expect(done.submittedOn?.iso == "2020-08-10")
    #expect(done.decidedOn?.iso == "2020-09-01")
    let steps = try store.deliverables.story(code).steps
    #expect(
      steps.map { "\($0.step) \($0.on) \($0.note ?? "-")" } == [
        "submitted 2020-07-31 v1", "rejected 2020-08-05 Table 3", "submitted 2020-08-10 -",
        "accepted 2020-09-01 Fine",
      ])
  }

  @Test func `a wrong step is refused with what happened`() throws {
    #expect(throws: PlanProblem.notSubmitted(code)) {
      try store.deliverables.accept(code, on: .of("2020-09-01"))
    }
    #expect(throws: PlanProblem.notSubmitted(code)) {
      try store.deliverables.reject(code, on: .of("2020-09-01"), note: "x")
    }
    _ = try store.deliverables.submit(code, on: .of("2020-08-10"))
    let sent = PlanProblem.alreadySubmitted(code, on: try .of("2020-08-10"))
    #expect(throws: sent) { try store.deliverables.submit(code, on: .of("2020-08-11")) }
    #expect(throws: sent) {
      try store.deliverables.postpone(
        code, to: .day(.of("2021-01-01")), because: "x", on: .of("2020-08-11"))
    }
    #expect(
      throws: PlanProblem.decidedBeforeSubmitted(
        code, on: try .of("2020-08-09"), submitted: try .of("2020-08-10"))
    ) { try store.deliverables.accept(code, on: .of("2020-08-09")) }
    _ = try store.deliverables.accept(code, on: .of("2020-08-20"))
    let accepted = PlanProblem.alreadyDecided(code, state: "accepted", on: try .of("2020-08-20"))
    #expect(throws: accepted) { try store.deliverables.accept(code, on: .of("2020-08-21")) }
    #expect(throws: accepted) {
      try store.deliverables.reject(code, on: .of("2020-08-21"), note: "x")
    }
    #expect(throws: sent) { try store.deliverables.submit(code, on: .of("2020-08-21")) }
  }

  @Test func `a fact of the future is refused`() throws {
    let future = RecordProblem.inTheFuture(
      "D1.1", on: try .of("2020-09-02"), today: try .of("2020-09-01"))
    #expect(throws: future) { try store.deliverables.submit(code, on: .of("2020-09-02")) }
    #expect(future.message == "D1.1 cannot have happened on 2020-09-02: today is 2020-09-01.")
  }

  @Test func `a postponement keeps both dates and the justification`() throws {
    let postponed = try store.deliverables.postpone(
      code, to: .month(#require(ProjectMonth("M8"))), because: "Illness", on: .of("2020-07-10"))
    #expect(postponed.due.text == "M8")
    #expect(postponed.dueOn.iso == "2020-09-30")
    #expect(postponed.standing == .ahead(days: 29))
    let again = try store.deliverables.postpone(
      code, to: .day(.of("2020-10-15")), because: "Travel", on: .of("2020-08-10"))
    #expect(again.dueOn.iso == "2020-10-15")
    #expect(
      try store.deliverables.story(code).steps == [
        DeliverableStep(
          step: "postponed", on: .of("2020-07-10"), oldDue: "M6", newDue: "M8", note: "Illness"),
        DeliverableStep(
          step: "postponed", on: .of("2020-08-10"), oldDue: "M8", newDue: "2020-10-15",
          note: "Travel"),
      ])
    #expect(throws: PlanProblem.justificationMissing("D1.1")) {
      try store.deliverables.postpone(
        code, to: .day(.of("2021-01-01")), because: " ", on: .of("2020-08-10"))
    }
    #expect(throws: PlanProblem.sameDue(code, due: "2020-10-15")) {
      try store.deliverables.postpone(
        code, to: .day(.of("2020-10-15")), because: "x", on: .of("2020-08-10"))
    }
  }

  @Test func `a change touches only what it speaks of`() throws {
    let set = try store.deliverables.set(code, ["description": "About water", "level": "CO"])
    #expect([set.title, set.lead, set.type, set.level] == ["Study", "NP", "R", "CO"])
    #expect(set.description == "About water")
    #expect(set.due.text == "M6")
    let fixed = try store.deliverables.set(code, ["due": "2020-08-15"])
    #expect(fixed.due.text == "2020-08-15")
  }

  @Test func `what cannot be is refused`() throws {
    let before = try store.dump()
    #expect(throws: RecordProblem.taken("D1.1", command: "workpackage deliverable")) {
      try store.deliverables.add(code, [:])
    }
    #expect(throws: RecordProblem.nothingToSet(command: "workpackage deliverable set")) {
      try store.deliverables.set(code, [:])
    }
    let unknown = RecordProblem.unknown(
      "D1.2", noun: "deliverable", known: ["D1.1"], command: "workpackage deliverable")
    #expect(throws: unknown) { try store.deliverables.one(.init("D1.2")) }
    #expect(throws: unknown) { try store.deliverables.set(.init("D1.2"), ["title": "x"]) }
    #expect(throws: unknown) { try store.deliverables.remove(.init("D1.2")) }
    #expect(throws: unknown) { try store.deliverables.submit(.init("D1.2"), on: .of("2020-08-01")) }
    #expect(throws: RecordProblem.self) { try store.deliverables.set(code, ["lead": "XX"]) }
    for said: Changes in [["type": "PAPER"], ["level": "SECRET"]] {
      #expect(throws: RecordProblem.self) { try store.deliverables.set(code, said) }
    }
    #expect(try store.dump() == before)
  }

  @Test func `a removed deliverable takes its steps along`() throws {
    _ = try store.deliverables.submit(code, on: .of("2020-08-01"))
    try store.deliverables.remove(code)
    #expect(try store.deliverables.all() == [])
    #expect(try store.answer("SELECT * FROM deliverable_step") == [])
  }

  @Test(arguments: [
    ("M18", "M18"), ("18", "M18"), (" m6 ", "M6"), ("2020-07-31", "2020-07-31"),
  ])
  func `a due date is a month or a day`(text: String, written: String) {
    #expect(Due(text)?.text == written)
  }

  @Test(arguments: ["", "M0", "0", "July", "31.07.2020", "2020-02-30", "M1000"])
  func `anything else is no due date`(text: String) { #expect(Due(text) == nil) }

  @Test(arguments: [
    ("M18", "M18"), ("18", "M18"), (" m6 ", "M6"), ("2020-07-31", "2020-07-31"),
    ("today", "2020-09-01"), ("+2w", "2020-09-15"), ("eom", "2020-09-30"),
    ("RP1.end", "2021-01-31"),
    ("rp2.start-1d", "2021-01-31"), ("M18.end", "2021-07-31"), ("M18+2w", "2021-08-14"),
  ])
  func `a typed due date is a month, or the day that it means now`(text: String, written: String)
    throws
  {
    let dates = try Store.blues().project.dates()
    #expect(try DueExpression(text).resolve(in: dates).text == written)
  }

  @Test func `a typed due date in the order of day and month needs the order`() throws {
    let dates = try Store.blues().project.dates()
    let said = DateContext(today: dates.today, order: .dmy)
    #expect(try DueExpression("04.03.2021").resolve(in: said).text == "2021-03-04")
    #expect(throws: DateProblem.orderUnknown("04.03.2021", likely: .dmy)) {
      try DueExpression("04.03.2021").resolve(in: dates)
    }
    #expect(throws: DateProblem.noSuchProjectMonth("M1000")) { try DueExpression("M1000") }
    #expect(throws: DateProblem.unknownPeriod("RP3", known: ["RP1", "RP2"])) {
      try DueExpression("RP3.end").resolve(in: dates)
    }
  }
}
