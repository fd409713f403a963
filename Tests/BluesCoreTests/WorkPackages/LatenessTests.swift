import Basics
import Testing

@testable import BluesCore

@Suite struct `Why deliverables are late` {
  let store: Store
  let code: DeliverableCode

  init() throws {
    store = try Store.blues()
    code = try DeliverableCode("D1.1")
    _ = try store.deliverables.add(code, ["title": "Study", "due": "M6"])
  }

  private func story() throws -> [String] {
    try store.deliverables.story(code).steps.map {
      "\($0.step) \($0.on) \($0.round.map { "\($0)" } ?? "-") \($0.note ?? "-")"
    }
  }

  @Test func `the justification is kept, and told in the story`() throws {
    let late = try store.deliverables.justify(
      [code], because: " Two partners answered late ", on: .of("2020-08-20"))
    #expect(late.map(\.justification) == ["Two partners answered late"])
    #expect(try story() == ["justified 2020-08-20 - Two partners answered late"])
    #expect(try store.history.steps()[0].summary == "justified D1.1")
  }

  @Test func `what is submitted late is justified at once`() throws {
    let sent = try store.deliverables.submit(
      [code], on: .of("2020-08-10"), because: "Illness")
    #expect(sent[0].justification == "Illness")
    #expect(try story() == ["submitted 2020-08-10 1 -", "justified 2020-08-10 - Illness"])
    #expect(try store.deliverables.unjustified(by: .of("2020-12-31")) == [])
  }

  @Test func `what is in time needs none, and an empty one is refused`() throws {
    #expect(throws: PlanProblem.notLate(code, due: try .of("2020-07-31"))) {
      try store.deliverables.submit([code], on: .of("2020-07-31"), because: "Illness")
    }
    #expect(try store.deliverables.one(code).state == .pending)
    #expect(throws: PlanProblem.latenessReasonMissing("D1.1")) {
      try store.deliverables.justify([code], because: " ", on: .of("2020-08-10"))
    }
    let early = try store.on("2020-07-01")
    #expect(throws: PlanProblem.notLate(code, due: try .of("2020-07-31"))) {
      try early.deliverables.justify([code], because: "Illness", on: .of("2020-07-01"))
    }
  }

  @Test func `what was late without a word is asked for`() throws {
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "due": "M12"])
    #expect(
      try store.deliverables.unjustified(by: .of("2021-01-31")).map(\.code) == [code])
    #expect(try store.deliverables.unjustified(by: .of("2020-07-30")) == [])
  }

  @Test func `a rejected version has the Agency's words, and a new round begins`() throws {
    _ = try store.deliverables.submit(code, on: .of("2020-07-30"))
    let back = try store.deliverables.reject(code, on: .of("2020-08-05"), note: "Table 3")
    #expect(back.round == 2)
    #expect(try store.deliverables.submit(code, on: .of("2020-08-09")).round == 2)
    _ = try store.deliverables.accept(code, on: .of("2020-08-20"))
    #expect(
      try story() == [
        "submitted 2020-07-30 1 -", "rejected 2020-08-05 1 Table 3", "submitted 2020-08-09 2 -",
        "accepted 2020-08-20 2 -",
      ])
  }

  @Test func `a changed due month has its reason, also from a list`() throws {
    let moved = try store.deliverables.set(code, ["due": "M8", "because": "Amendment 1"])
    #expect(moved.due.text == "M8")
    _ = try store.importList(.deliverables, "code,due,reason of change\nD1.1,M9,Letter\n")
    #expect(
      try store.deliverables.story(code).steps == [
        DeliverableStep(
          step: "postponed", on: .of("2020-09-01"), oldDue: "M6", newDue: "M8",
          note: "Amendment 1")
      ])
    var request = ImportRequest(fileName: "list.csv")
    request.edits = .replace
    _ = try store.importList(
      .deliverables, "code,due,reason of change\nD1.1,M9,Letter\n", request)
    #expect(try store.deliverables.story(code).steps.last?.note == "Letter")
    #expect(throws: PlanProblem.nothingMoved(code)) {
      try store.deliverables.set(code, ["because": "Nothing"])
    }
  }

  @Test func `a list brings a justification, and takes it again unchanged`() throws {
    let list = "code,justification\nD1.1,Strike\n"
    #expect(try store.importList(.deliverables, list).counts == [1, 0, 1, 0, 0])
    #expect(try store.importList(.deliverables, list).counts == [1, 0, 0, 1, 0])
    #expect(try story() == ["justified 2020-09-01 - Strike"])
    #expect(try store.deliverables.set(code, ["justification": ""]).justification == nil)
  }
}

@Suite struct `Dates outside the project` {
  @Test(arguments: [
    ("M24", nil), ("M25", "D1.1 is due in M25, after the project's end on 2022-01-31."),
    ("2022-01-31", nil),
    ("2022-02-01", "D1.1 is due on 2022-02-01, after the project's end on 2022-01-31."),
    ("2020-02-01", nil),
    ("2020-01-31", "D1.1 is due on 2020-01-31, before the project's start on 2020-02-01."),
  ])
  func `a due date outside the project is doubted`(due: String, sentence: String?) throws {
    let store = try Store.blues()
    let project = try store.project.overview().project
    let one = try store.deliverables.add(.init("D1.1"), ["due": due])
    let words = Deliverable.register.words
    #expect(words.doubts(one, in: project) == [sentence].compactMap { $0.map { "Warning: \($0)" } })
    #expect(words.doubts(one, since: one, in: project) == [])
  }

  @Test func `so are the months of tasks and work packages`() throws {
    let store = try Store.blues()
    let project = try store.project.overview().project
    let package = try store.workPackages.set(.init("WP1"), ["end_month": "M26"])
    #expect(
      WorkPackage.register.words.doubts(package, in: project) == [
        "Warning: WP1 ends in M26, after the project's end on 2022-01-31."
      ])
    let task = try store.tasks.add(.init("T1.1"), ["start_month": "M25", "end_month": "M26"])
    #expect(
      PlanTask.register.words.doubts(task, in: project) == [
        "Warning: T1.1 starts in M25, after the project's end on 2022-01-31."
      ])
  }

  @Test func `a list counts them with their lines, once`() throws {
    let store = try Store.blues()
    let list = "code,title,due\nD1.1,One,M25\nD1.2,Two,M6\nD1.3,Three,M30\n"
    let outcome = try store.importList(.deliverables, list).outcome
    #expect(outcome.doubted == 2)
    #expect(outcome.firstDoubts.map(\.line) == [2, 4])
    #expect(
      outcome.firstDoubts.last?.sentence
        == "Warning: D1.3 is due in M30, after the project's end on 2022-01-31.")
    #expect(try store.importList(.deliverables, list).outcome.doubted == 0)
  }
}
