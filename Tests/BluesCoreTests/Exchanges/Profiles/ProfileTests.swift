import Testing

@testable import BluesCore

@Suite struct `Hosts and visitors` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.organisations.add("Aqua", .init(country: .init("ES"), cluster: "ZINNAE"))
  }

  @Test func `an organisation is registered once in each role`() throws {
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.sectors = "water"
    draft.availableFrom = try .of("2020-10-01")
    draft.availableTo = try .of("2020-12-31")
    let host = try store.profiles.add("aqua", draft)
    #expect(host.organisation == "Aqua")
    #expect(host.organisationCode == "O1")
    #expect(host.country == "ES")
    #expect(host.partner == "ZINNAE")
    #expect(host.sectors == "water")
    #expect(host.availableTo?.iso == "2020-12-31")
    let taken = ExchangeProblem.profileTaken("Aqua", role: .host)
    #expect(throws: taken) { try store.profiles.add("O1", draft) }
    #expect(taken.message == "Aqua is already registered as a host.")
    #expect(taken.hint == "blues exchange profile list")
    draft.role = .visitor
    draft.partner = "NP"
    #expect(try store.profiles.add("O1", draft).partner == "NP")
    #expect(try store.profiles.all().map(\.role) == [.host, .visitor])
  }

  @Test func `a category of the scheme is asked for`() throws {
    let known = [
      "cluster", "support-organisation", "sme", "large-company", "public-authority",
      "training-provider",
    ]
    #expect(try Profiles.categories() == known)
    let unknown = ExchangeProblem.unknownCategory("shop", known: known)
    #expect(throws: unknown) {
      try store.profiles.add("Aqua", .init(role: .host, category: "shop"))
    }
    #expect(unknown.message == "\"shop\" is no category of the scheme.")
    #expect(unknown.hint == "known: \(known.joined(separator: ", "))")
    for category in known {
      _ = try store.organisations.add(category, .init())
      #expect(
        try store.profiles.add(category, .init(role: .host, category: category)).category
          == category)
    }
  }

  @Test func `it cannot be available from after to`() throws {
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.availableFrom = try .of("2020-10-02")
    draft.availableTo = try .of("2020-10-01")
    #expect(
      throws: ProfileProblem.windowEndsFirst(from: try .of("2020-10-02"), to: try .of("2020-10-01"))
    ) {
      try store.profiles.add("Aqua", draft)
    }
  }

  @Test func `an unknown organisation or partner is refused`() throws {
    #expect(throws: OrganisationProblem.self) {
      try store.profiles.add("Nobody", .init(role: .host, category: "sme"))
    }
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.partner = "XX"
    #expect(throws: PartnerProblem.self) { try store.profiles.add("Aqua", draft) }
    #expect(try store.profiles.all() == [])
  }
}
