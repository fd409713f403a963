import Basics
import Testing

@testable import BluesCore

@Suite struct `The facts of a partner` {
  @Test func `one that was set here is the project's own`() throws {
    let store = try Store.blues()
    let before = try store.partners.one(.init("AV")).facts(in: store)
    _ = try store.partners.set(.init("AV"), ["city": "Lyon"])
    let after = try store.partners.one(.init("AV")).facts(in: store)
    #expect(after.map(\.name) == before.map(\.name))
    #expect(
      after.filter { !before.contains($0) }
        == [StatedFact(name: "city", value: "Lyon", mark: .own, source: nil)])
    _ = try store.history.undo()
    #expect(try store.partners.one(.init("AV")).facts(in: store) == before)
  }
}

@Suite struct `Partners of the project` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a code belongs to one partner, in any case`() throws {
    let added = try store.partners.add(.init("Uni-1"), ["name": "University", "country": "PL"])
    #expect(added.code.text == "Uni-1")
    #expect(added.role == .beneficiary)
    #expect(try store.partners.one(.init("UNI-1")) == added)
    #expect(throws: RecordProblem.taken("uni-1", command: "partner")) {
      try store.partners.add(.init("uni-1"), [:])
    }
    #expect(try store.partners.add(.init("BARE"), [:]).name == "BARE")
  }

  @Test(arguments: ["", "  ", "123", "TOO-LONG-A-CODE-FOR-US", "Łódź", "a;b", "-"])
  func `a code that is none is refused`(code: String) throws {
    #expect(throws: CodeProblem.self) { try store.partners.add(.init(code), [:]) }
    #expect(try store.partners.all().count == 5)
  }

  @Test func `there is one coordinator`() throws {
    #expect(throws: PartnerProblem.hasCoordinator("BNPT")) {
      try store.partners.add(.init("UNI"), ["role": "coordinator"])
    }
    #expect(throws: PartnerProblem.hasCoordinator("BNPT")) {
      try store.partners.set(.init("AV"), ["role": "coordinator"])
    }
    _ = try store.partners.set(.init("BNPT"), ["role": "coordinator"])
    _ = try store.partners.set(.init("BNPT"), ["role": "beneficiary"])
    #expect(try store.partners.set(.init("AV"), ["role": "coordinator"]).role == .coordinator)
    #expect(try store.project.overview().coordinator == "AV")
    #expect(try store.partners.all().map(\.code.text) == ["AV", "BNPT", "MCICT", "NP", "ZINNAE"])
  }

  @Test func `a change touches only what it speaks of`() throws {
    let before = try store.partners.one(.init("AV"))
    let after = try store.partners.set(
      .init("av"), ["city": "Nîmes", "website": "https://example.org"])
    #expect(after.city == "Nîmes")
    #expect(after.website == "https://example.org")
    #expect([after.code.text, after.name, after.country] == [before.code.text, before.name, "FR"])
    #expect(after.leads == ["WP4"])
  }

  @Test func `what it leads and whom it has is counted`() throws {
    _ = try store.workPackages.set(.init("WP1"), ["lead": "AV"])
    _ = try store.organisations.add("One", .init(cluster: "AV"))
    _ = try store.contacts.add(ContactDraft([.organisation: "Two"], partner: "AV"))
    let partner = try store.partners.one(.init("AV"))
    #expect(partner.leads == ["WP1", "WP4"])
    #expect([partner.members, partner.contacts] == [2, 1])
  }

  @Test func `what cannot be is refused with its sentence`() throws {
    let unknown = RecordProblem.unknown(
      "ZINAE", noun: "partner", known: ["BNPT", "AV", "MCICT", "NP", "ZINNAE"], command: "partner")
    #expect(throws: unknown) { try store.partners.one(.init("ZINAE")) }
    #expect(throws: unknown) { try store.partners.set(.init("ZINAE"), ["city": "x"]) }
    #expect(throws: RecordProblem.nothingToSet(command: "partner set")) {
      try store.partners.set(.init("AV"), [:])
    }
    #expect(unknown.message == "Unknown partner: ZINAE.")
    #expect(unknown.hint == "did you mean ZINNAE? known: BNPT, AV, MCICT, NP, ZINNAE")
    #expect(unknown.kind == .notFound)
    #expect(RecordProblem.unknownPartner("X", known: []).hint == "blues partner add X …")
    #expect(RecordProblem.unknownPartner("QQQQQQQ", known: ["AV"]).hint == "known: AV")
    #expect(
      PartnerProblem.hasCoordinator("AV").message == "The project already has a coordinator, AV.")
    #expect(
      PartnerProblem.hasCoordinator("AV").hint == "blues partner set AV --role beneficiary first")
  }
}
