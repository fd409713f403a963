import Documents
import Testing

@testable import BluesCore

@Suite struct `Finding words in every kind of record` {
  /// Kind, code and what matched of each thing found.
  private func found(_ words: String, _ store: Store) throws -> [String] {
    try store.finder.find(words).map { "\($0.kind) \($0.code): \($0.matched)" }
  }

  @Test func `titles, notes, organisations, exchanges, papers and contacts are searched`() throws {
    let store = try Store.rich()
    _ = try store.risks.add(
      .init("R1"), ["title": "Few visitors", "mitigation": "More calls in Huesca"])
    #expect(
      try found("sur", store) == [
        "task T1.1: Title: Survey", "exchange EX-002: Visitor: Aguas Sur",
        "organisation O2: Name: Aguas Sur", "contact C2: Organisation: Aguas Sur",
      ])
    #expect(
      try found("huesca", store) == [
        "risk R1: Mitigation: More calls in Huesca", "contact C2: City: Huesca",
      ])
    #expect(
      try found("cabinet application-visitor", store).first?.hasPrefix("paper EX-001") == true)
    #expect(try found("D1.1", store) == ["deliverable D1.1: No: D1.1"])
  }

  @Test(arguments: ["plasma süd", "PLASMA SUD", "plasma sued", "süd plasma"])
  func `Ü, UE and U are one letter, and the order of words does not count`(words: String) throws {
    #expect(try found(words, Store.rich()) == ["organisation O5: Name: Plasma Süd"])
  }

  @Test func `every word must occur, at the start of a word`() throws {
    let store = try Store.rich()
    #expect(try found("aguas norte plasma", store).map { $0.prefix(15) } == ["exchange EX-001"])
    #expect(try found("lasma", store) == [])
    #expect(try found(" - ", store) == [])
  }

  @Test func `the reason of a postponement is found at its deliverable`() throws {
    let store = try Store.rich()
    _ = try store.deliverables.postpone(
      [.init("D1.1")], to: .day(.of("2020-12-31")), because: "Interviews were cancelled",
      on: .of("2020-09-01"))
    #expect(
      try found("interviews", store) == ["deliverable D1.1: Note: Interviews were cancelled"])
  }

  @Test func `the texts of reports are searched, and the command that shows one is given`() throws {
    let store = try Store.rich()
    _ = try store.reportTexts.set(
      .init("progress.WP1.RP1"), to: "Interviews were held in **Brno**.")
    let found = try store.finder.find("interviews brno")
    #expect(
      found == [
        Finding(
          "text", "progress.WP1.RP1", "Explanation of the work carried out per work package",
          "Text: Interviews were held in **Brno**.",
          command: "blues report text show progress --wp WP1 --period RP1")
      ])
    #expect(
      try store.finder.find("sur").map(\.command).first == "blues show T1.1")
  }

  @Test func `a long text is told round the word`() throws {
    let store = try Store.blues()
    let before = String(repeating: "before ", count: 30)
    let after = String(repeating: "after ", count: 30)
    _ = try store.risks.add(.init("R1"), ["title": "X", "mitigation": "\(before)Zürich \(after)"])
    #expect(
      try found("zuerich", store) == [
        "risk R1: Mitigation: … before before Zürich after after after after after after …"
      ])
  }

  @Test func `a programme without exchanges is searched as well`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    _ = try store.project.start(
      from: .named("interreg"),
      .init(acronym: "X", start: .of("2026-01-01"), end: .of("2027-12-31")))
    _ = try store.workPackages.add(.init("WP9"), ["title": "Wildflowers"])
    #expect(try found("wildfl", store) == ["work package WP9: Title: Wildflowers"])
  }

  @Test func `what hosts and visitors offer, seek and say is found, and documents`() throws {
    let store = try Store.blues(on: "2020-12-31")
    _ = try store.organisations.add("Firm", .init(country: .init("ES"), cluster: "ZINNAE"))
    var draft = Profiles.Draft(role: .visitor, category: "sme")
    draft[.motivation] = "Learn to coat membranes"
    _ = try store.profiles.add("Firm", draft)
    #expect(
      try found("membranes", store) == ["visitor O1: Motivation: Learn to coat membranes"])
    _ = try store.risks.add(.init("R1"), ["title": "Risk"])
    var document = try DocumentDraft(kind: "minutes")
    document.note = "Cabinet of the coordinator"
    _ = try store.documents.add(document, to: "R1")
    #expect(
      try found("cabinet coordinator", store) == ["document DOC1: Note: Cabinet of the coordinator"]
    )
  }
}
