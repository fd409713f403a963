import Basics
import Testing

@testable import BluesCore

@Suite struct `The register of papers` {
  let store: Store
  let code: ExchangeCode
  let day: Day

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
    day = try .of("2020-10-01")
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
  }

  @Test func `kinds are known by name, and each says where it was read`() throws {
    #expect(
      PaperKind.all.map(\.kind) == [
        "application-visitor", "application-host", "privacy-notice", "eligibility-proof",
        "quality-commitment", "financial-agreement", "closing-report", "travel-proof",
        "stay-proof", "payment-proof", "host-feedback", "publicity-permission", "other",
      ])
    for kind in PaperKind.all { #expect(Source.cited(kind.sources).count == kind.sources.count) }
    #expect(try PaperKind.named(" Travel-Proof ").kind == "travel-proof")
    let unknown = PaperProblem.unknownKind("travel-prof", known: PaperKind.all.map(\.kind))
    #expect(throws: unknown) { try PaperKind.named("travel-prof") }
    #expect(unknown.message == "Unknown kind of paper: travel-prof.")
    #expect(unknown.hint == "did you mean travel-proof?")
    #expect(
      PaperProblem.unknownParty("guest").hint
        == "known: host, host-partner, visitor, visitor-partner")
  }

  @Test func `a paper without a file says where it is kept`() throws {
    var draft = Papers.Draft(kind: try .named("privacy-notice"))
    let silent = PaperProblem.placeMissing(kind: "privacy-notice")
    #expect(throws: silent) { try store.papers.add(code, draft) }
    #expect(silent.message == "The place of the paper privacy-notice is missing.")
    draft.note = " "
    #expect(throws: silent) { try store.papers.add(code, draft) }
    draft.note = "E-mail of 2 September"
    let paper = try store.papers.add(code, draft)
    #expect(paper.number == 1)
    #expect(paper.file == nil && paper.digest == nil && !paper.isCopy)
    #expect(paper.dated.iso == "2020-12-31")
    #expect(try store.papers.all() == [paper])
    draft.isCopied = true
    #expect(throws: PaperProblem.nothingToCopy) { try store.papers.add(code, draft) }
  }

  @Test func `its day is that of the last signature, when nobody says another`() throws {
    var draft = try Papers.Draft.kept("other", on: day)
    draft.dated = nil
    draft.signatures = [(.host, try .of("2020-10-03")), (.visitor, try .of("2020-10-02"))]
    let paper = try store.papers.add(code, draft)
    #expect(paper.dated.iso == "2020-10-03")
    #expect(
      paper.signatures.map { "\($0.party.rawValue) \($0.on)" } == [
        "host 2020-10-03", "visitor 2020-10-02",
      ])
    draft.signatures = [(.host, try .of("2021-01-01"))]
    let future = PaperProblem.inTheFuture(try .of("2021-01-01"), today: store.invocation.today)
    #expect(throws: future) { try store.papers.add(code, draft) }
    #expect(future.message == "A paper cannot be dated 2021-01-01: today is 2020-12-31.")
    #expect(throws: future) {
      try store.papers.sign(code, .named("other"), .hostPartner, on: .of("2021-01-01"))
    }
  }

  @Test func `nobody signs a paper twice, nor one that is not there`() throws {
    let kind = try PaperKind.named("financial-agreement")
    let none = PaperProblem.none(code, kind: kind.kind)
    #expect(throws: none) { try store.papers.sign(code, kind, .visitor, on: day) }
    #expect(none.message == "EX-001 has no paper financial-agreement.")
    #expect(none.hint == "blues exchange paper add EX-001 financial-agreement FILE")
    _ = try store.papers.add(code, .kept(kind.kind, signed: [.visitor], on: day))
    let again = PaperProblem.signedAlready(.visitor, on: day, kind: kind.kind)
    #expect(throws: again) { try store.papers.sign(code, kind, .visitor, on: day) }
    #expect(
      again.message == "The visitor already signed the paper financial-agreement on 2020-10-01.")
    #expect(
      try store.papers.sign(code, kind, .visitorPartner, on: day).signatures.map(\.party)
        == [.visitor, .visitorPartner])
  }

  @Test func `a paper that a step was taken on stays until another one stands in`() throws {
    try store.exchanges.bring(code, to: .contracted, on: day)
    let papers = try store.papers.all(code)
    let unmoved = try store.dump()
    for paper in papers {
      let state = try #require(try PaperKind.named(paper.kind).state)
      let refused = PaperProblem.reliedOn(
        number: paper.number, kind: paper.kind, code, [state])
      #expect(throws: refused) { try store.papers.remove(code, paper.number) }
      #expect(
        refused.message
          == "Paper \(paper.number), \(paper.kind), cannot be removed: EX-001 was \(state.participle) "
          + "with it.")
      #expect(refused.kind == .refusedByRule)
    }
    #expect(try store.dump() == unmoved)
    let unsigned = try store.papers.add(code, .kept("quality-commitment", on: day))
    let first = try #require(papers.first { $0.kind == "quality-commitment" })
    #expect(throws: PaperProblem.self) { try store.papers.remove(code, first.number) }
    for party in PaperParty.allCases {
      _ = try store.papers.sign(code, .named("quality-commitment"), party, on: day)
    }
    let before = try store.dump()
    #expect(try store.papers.remove(code, first.number) == first)
    #expect(throws: PaperProblem.self) { try store.papers.remove(code, unsigned.number) }
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a paper is removed by its number`() throws {
    let unknown = PaperProblem.unknown(code, number: 1, known: [])
    #expect(throws: unknown) { try store.papers.remove(code, 1) }
    #expect(unknown.message == "EX-001 has no paper 1.")
    _ = try store.papers.add(code, .kept("other", on: day))
    #expect(PaperProblem.unknown(code, number: 4, known: [1, 2]).hint == "known: 1, 2")
    _ = try store.papers.remove(code, 1)
    #expect(try store.papers.all(code) == [])
  }

  @Test func `what a later step stands on is not taken back before it`() throws {
    try store.exchanges.bring(code, to: .ongoing, on: day)
    let steps = try store.history.steps().filter { step in
      step.summary.hasPrefix("registered paper") || step.summary.hasPrefix("EX-001 is ")
    }
    #expect(steps.count == 6 + 6)
    let before = try store.dump()
    for step in steps.dropFirst() {
      let problem = #expect(throws: HistoryProblem.self, "\(step.summary)") {
        try store.history.undo(step.id)
      }
      guard case .entangled(let later, _) = problem else {
        Issue.record("\(step.summary): \(String(describing: problem))")
        continue
      }
      #expect(later.allSatisfy { $0 > step.id } && !later.isEmpty)
      #expect(try store.dump() == before)
    }
    _ = try store.history.undo(try #require(steps.first).id)
    #expect(try store.exchanges.one(code).exchange.state == .contracted)
  }
}
