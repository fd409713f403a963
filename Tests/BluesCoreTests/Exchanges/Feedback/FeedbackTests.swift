import GRDB
import Testing

@testable import BluesCore

@Suite struct `Feedback on exchanges` {
  let store: Store

  /// Three exchanges that took place and a draft.
  init() throws {
    store = try Store.blues(on: "2021-06-30")
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    for (index, name) in ["Aqua", "Bio", "Cera", "Dala"].enumerated() {
      _ = try store.organisations.add(name, .init(country: .init("ES"), cluster: "ZINNAE"))
      _ = try store.profiles.add(name, .init(role: .visitor, category: "sme"))
      _ = try store.exchanges.propose(
        host: "Plasma", visitor: name, from: .of("2021-03-08"), to: .of("2021-03-12"),
        on: .of("2021-02-01"))
      guard index < 3 else { continue }
      try store.write { write in
        try write.db.execute(
          sql: "UPDATE exchange SET state = ? WHERE number = ?",
          arguments: [["completed", "validated", "closed"][index], index + 1])
      }
    }
  }

  func code(_ number: Int) throws -> ExchangeCode { try Exchanges.code(number) }

  @discardableResult
  func add(
    _ number: Int, _ side: Profile.Role, _ scores: [String], text: String? = nil
  ) throws -> Feedback {
    try store.feedbacks.add(
      code(number), side: side, scores.map { try .init($0) }, text: text, on: .of("2021-03-20"))
  }

  @Test func `what a side says is kept in the order of its form`() throws {
    let said = try add(1, .visitor, ["learning=4", "OVERALL = 5"], text: "Good days")
    #expect(
      said
        == Feedback(
          exchange: try code(1), organisation: "Aqua", side: .visitor,
          givenOn: try .of("2021-03-20"),
          scores: [.init(question: "overall", score: 5), .init(question: "learning", score: 4)],
          text: "Good days"))
    #expect(try add(1, .host, ["visitor=3"]).organisation == "Plasma")
    #expect(try store.feedbacks.all().map(\.side) == [.visitor, .host])
  }

  @Test func `rates and averages are counted over the exchanges that took place`() throws {
    try add(1, .visitor, ["overall=5", "learning=4"])
    try add(3, .visitor, ["overall=4"])
    try add(2, .host, ["overall=2"])
    let summary = try store.feedbacks.summary()
    #expect(
      summary.responses == [
        .init(side: .visitor, asked: 3, answered: 2, missing: [try code(2)]),
        .init(side: .host, asked: 3, answered: 1, missing: [try code(1), try code(3)]),
      ])
    #expect(summary.responses.map { $0.rate?.description } == ["66.67 %", "33.33 %"])
    #expect(
      summary.questions.map { "\($0.side) \($0.code) \($0.answers) \($0.average)" } == [
        "visitor overall 2 450", "visitor learning 1 400", "host overall 1 200",
      ])
    #expect(summary.questions.map { [$0.lowest, $0.highest] } == [[4, 5], [4, 4], [2, 2]])
  }

  @Test func `an average is rounded half up, and nobody asked has no rate`() throws {
    for (number, score) in [(1, 5), (2, 4), (3, 4)] {
      try add(number, .host, ["recommend=\(score)"])
    }
    #expect(try store.feedbacks.summary().questions.map(\.average) == [433])
    let none = FeedbackSummary.Response(side: .host, asked: 0, answered: 0, missing: [])
    #expect(none.rate == nil)
  }

  @Test func `it is given once, after the stay, with questions of the form`() throws {
    try add(1, .visitor, ["overall=5"])
    let twice = FeedbackProblem.givenAlready(try code(1), side: .visitor)
    #expect(throws: twice) { try add(1, .visitor, ["overall=4"]) }
    #expect(twice.message == "EX-001 already has feedback from the visitor.")
    let early = FeedbackProblem.notYet(try code(4), is: .draft)
    #expect(throws: early) { try add(4, .visitor, ["overall=4"]) }
    #expect(
      early.message == "EX-004 is draft; feedback is recorded once the stay is completed.")
    let known = ["overall", "preparation", "visitor", "learning", "cooperation", "recommend"]
    let unknown = FeedbackProblem.unknownQuestion("hosting", side: .host, known: known)
    #expect(throws: unknown) { try add(1, .host, ["hosting=4"]) }
    #expect(unknown.message == "The form of the host has no question \"hosting\".")
    #expect(throws: FeedbackProblem.askedTwice("overall")) {
      try add(1, .host, ["overall=4", "overall=5"])
    }
    #expect(throws: FeedbackProblem.noScores(try code(1))) { try add(1, .host, []) }
    #expect(
      throws: StepProblem.inTheFuture(
        try code(1), on: try .of("2021-07-01"), today: try .of("2021-06-30"))
    ) {
      try store.feedbacks.add(
        code(1), side: .host, [.init(question: "overall", score: 3)], text: nil,
        on: .of("2021-07-01"))
    }
  }

  @Test(arguments: ["overall", "overall=", "overall=0", "overall=6", "=3", "overall=four", "a=4.5"])
  func `what is no score is refused`(text: String) {
    #expect(throws: FeedbackProblem.noScore(text)) { try Feedback.Score(text) }
  }

  @Test func `taken away and undone, it is there again`() throws {
    try add(1, .visitor, ["overall=5", "learning=4"], text: "x")
    let before = try store.dump()
    try store.feedbacks.remove(code(1), side: .visitor)
    #expect(try store.feedbacks.all().isEmpty)
    #expect(throws: FeedbackProblem.none(try code(1), side: .visitor)) {
      try store.feedbacks.remove(code(1), side: .visitor)
    }
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }
}
