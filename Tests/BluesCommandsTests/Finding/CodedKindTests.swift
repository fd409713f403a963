import ArgumentParser
import Basics
import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `A code and its kind` {
  let store: Store

  init() throws {
    let place = try ExportedStore()
    try place.take(Array("organisation,name,country\nAguas,Ana Ruiz,ES\n".utf8))
    store = place.store
    _ = try store.deliverables.add(.init("D3.1"), ["title": "Guide", "due": "M3"])
    _ = try store.tasks.add(.init("T3.1"), ["title": "Write it"])
    _ = try store.milestones.add(.init("MS1"), ["title": "Open"])
    _ = try store.risks.add(.init("R2"), ["title": "Late"])
  }

  @Test(arguments: [
    ("WP3", "work package"), ("t3.1", "task"), ("D3.1", "deliverable"), ("MS1", "milestone"),
    ("r2", "risk"), ("zinnae", "partner"), ("C1", "contact"), ("o1", "organisation"),
  ])
  func `letters say the kind`(code: String, noun: String) throws {
    #expect(try CodedKind.of(code, in: store).noun == noun)
  }

  @Test(arguments: [("3.1", ["D3.1", "T3.1"]), ("ZINAE", ["ZINNAE"]), ("xyz", []), ("3", [])])
  func `what is no code of the project is refused, with those that are near`(
    text: String, near: [String]
  ) {
    #expect(throws: CodedKindProblem.unknown(text, near: near)) {
      try CodedKind.of(text, in: store)
    }
  }

  @Test(arguments: [("D3.7", "deliverable"), ("EX-9", "exchange"), ("C99", "contact")])
  func `an unknown code of a known kind is left to that kind`(code: String, noun: String) throws {
    #expect(try CodedKind.of(code, in: store).noun == noun)
  }

  @Test func `a partner that is called as a code is told beside the record`() throws {
    _ = try store.partners.add(.init("R2"), ["name": "Research Two"])
    let problem = CodedKindProblem.several(
      "R2", nouns: ["partner", "risk"],
      commands: ["blues partner show R2", "blues workpackage risk show R2"])
    #expect(throws: problem) { try CodedKind.of("R2", in: store) }
    #expect(problem.message == "R2 is a partner and a risk.")
    #expect(problem.hint == "blues partner show R2 or blues workpackage risk show R2")
  }

  @Test func `every kind of record with a command is known`() {
    #expect(
      Set(RecordKind.all.map(\.path)) == Set(RegisteredRecords.all().map(\.path)))
  }

  @Test func `next takes a partner and a number of days`() throws {
    let next = try parsed("next --partner np --days 7", as: NextCommand.self)
    #expect(try next.partner == PartnerCode("NP"))
    #expect(next.days == 7)
    #expect(refusal("next --days=-1")?.contains("--days takes a number from 0 up.") == true)
  }
}
