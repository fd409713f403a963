import Testing

@testable import BluesCore

@Suite struct `Partners of the project` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a code belongs to one partner, in any case`() throws {
    let added = try store.partners.add("Uni-1", .init(name: "University", country: .init("PL")))
    #expect(added.code == "Uni-1")
    #expect(added.role == .beneficiary)
    #expect(try store.partners.one("UNI-1").partner == added)
    #expect(throws: PartnerProblem.codeTaken("uni-1")) { try store.partners.add("uni-1", .init()) }
    #expect(try store.partners.add("BARE", .init()).name == "BARE")
  }

  @Test(arguments: ["", "  ", "123", "TOO-LONG-A-CODE-FOR-US", "Łódź", "a;b", "-"])
  func `a code that is none is refused`(code: String) throws {
    #expect(throws: CodeProblem.self) { try store.partners.add(code, .init()) }
    #expect(try store.partners.all().count == 5)
  }

  @Test func `there is one coordinator`() throws {
    #expect(throws: PartnerProblem.hasCoordinator("BNPT")) {
      try store.partners.add("UNI", .init(role: .coordinator))
    }
    #expect(throws: PartnerProblem.hasCoordinator("BNPT")) {
      try store.partners.set("AV", .init(role: .coordinator))
    }
    _ = try store.partners.set("BNPT", .init(role: .coordinator))
    _ = try store.partners.set("BNPT", .init(role: .beneficiary))
    #expect(try store.partners.set("AV", .init(role: .coordinator)).role == .coordinator)
    #expect(try store.project.overview().coordinator == "AV")
    #expect(try store.partners.all().map(\.code) == ["AV", "BNPT", "MCICT", "NP", "ZINNAE"])
  }

  @Test func `a change touches only what it speaks of`() throws {
    let before = try store.partners.one("AV").partner
    let after = try store.partners.set("av", .init(city: "Nîmes", website: "https://example.org"))
    #expect(after.city == "Nîmes")
    #expect(after.website == "https://example.org")
    #expect([after.code, after.name, after.country] == [before.code, before.name, "FR"])
    #expect(after.leads == ["WP4"])
  }

  @Test func `what it leads and whom it has is counted`() throws {
    _ = try store.workPackages.set(.init("WP1"), .init(lead: "AV"))
    _ = try store.organisations.add("One", .init(cluster: "AV"))
    _ = try store.contacts.add(ContactDraft([.organisation: "Two"], partner: "AV"))
    let partner = try store.partners.one("AV").partner
    #expect(partner.leads == ["WP1", "WP4"])
    #expect([partner.members, partner.contacts] == [2, 1])
  }

  @Test func `what cannot be is refused with its sentence`() throws {
    let unknown = PartnerProblem.unknown("ZINAE", known: ["AV", "BNPT", "MCICT", "NP", "ZINNAE"])
    #expect(throws: unknown) { try store.partners.one("ZINAE") }
    #expect(throws: unknown) { try store.partners.set("ZINAE", .init(city: "x")) }
    #expect(throws: PartnerProblem.nothingToSet) { try store.partners.set("AV", .init()) }
    #expect(unknown.message == "There is no partner ZINAE.")
    #expect(unknown.hint == "did you mean ZINNAE? known: AV, BNPT, MCICT, NP, ZINNAE")
    #expect(unknown.kind == .notFound)
    #expect(PartnerProblem.unknown("X", known: []).hint == "blues partner add CODE NAME")
    #expect(PartnerProblem.unknown("QQQQQQQ", known: ["AV"]).hint == "known: AV")
    #expect(PartnerProblem.codeTaken("AV").message == "There is already a partner AV.")
    #expect(PartnerProblem.codeTaken("AV").hint == "blues partner set AV …")
    #expect(
      PartnerProblem.hasCoordinator("AV").message == "The project already has a coordinator, AV.")
    #expect(
      PartnerProblem.hasCoordinator("AV").hint == "blues partner set AV --role beneficiary first")
    #expect(PartnerProblem.nothingToSet.message == "Nothing was given to change.")
    #expect(PartnerProblem.nothingToSet.kind == .usage)
  }
}
