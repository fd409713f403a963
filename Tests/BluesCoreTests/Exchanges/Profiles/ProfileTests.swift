import Basics
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
    let taken = ProfileProblem.profileTaken("Aqua", role: .host)
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
    let unknown = ProfileProblem.unknownCategory("shop", known: known)
    #expect(throws: unknown) {
      try store.profiles.add("Aqua", .init(role: .host, category: "shop"))
    }
    #expect(unknown.message == "Unknown category: shop.")
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
    let ends = ProfileProblem.windowEndsBeforeStart(try .of("2020-10-02"), try .of("2020-10-01"))
    #expect(throws: ends) { try store.profiles.add("Aqua", draft) }
    #expect(
      ends.message == "The days available end on 2020-10-01, before they start on 2020-10-02.")
  }

  @Test func `an unknown organisation or partner is refused`() throws {
    #expect(throws: OrganisationProblem.self) {
      try store.profiles.add("Nobody", .init(role: .host, category: "sme"))
    }
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.partner = "XX"
    #expect(throws: RecordProblem.self) { try store.profiles.add("Aqua", draft) }
    #expect(try store.profiles.all() == [])
  }

  @Test func `what it says is cleaned and stored as codes`() throws {
    var draft = Profiles.Draft(role: .host, category: "PYME")
    draft.sectors = " water;energy | water ;; "
    draft.languages = "inglés; FR; Klingon"
    draft[.preferredCountries] = "Alemania|FR"
    draft[.activities] = "Networking; sharing knowledge"
    draft[.capacity] = "03"
    draft[.cv] = "sí"
    draft[.coordinates] = "-43.6109, 3.8772"
    let host = try store.profiles.add("Aqua", draft)
    #expect(host.category == "sme")
    #expect(host.sectors == "water; energy")
    #expect(host.languages == "en; fr; Klingon")
    #expect(host.preferredCountries == "DE; FR")
    #expect(host.activities == "networking; knowledge-sharing")
    #expect(host.capacity == 3)
    #expect(host.hasCV)
    #expect(host.coordinates == "-43.6109,3.8772")
    #expect(host.clusters == ["ZINNAE"])
  }

  @Test(arguments: [
    (ProfileField.preferredCountries, "FR; Atlantis"), (.activities, "holiday"), (.capacity, "two"),
    (.capacity, "-1"), (.cv, "perhaps"), (.coordinates, "91,0"), (.coordinates, "1,2,3"),
    (.coordinates, "1.,2"), (.availableFrom, "2021-02-29"), (.assessment, "fine"),
  ])
  func `what cannot be read is refused with what is expected`(
    _ field: ProfileField, _ text: String
  ) throws {
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft[field] = text
    let problem = ProfileProblem.unreadable(field, found: text, expected: field.expected)
    #expect(throws: problem) { try store.profiles.add("Aqua", draft) }
    #expect(
      problem.message == "\(field.name): found \"\(text)\", expected \(field.expected).")
    #expect(try store.profiles.all() == [])
  }

  @Test func `a profile is changed field by field, and undone`() throws {
    var draft = Profiles.Draft(role: .visitor, category: "sme")
    draft.sectors = "water"
    draft[.motivation] = "Learn"
    _ = try store.profiles.add("Aqua", draft)
    let before = try store.dump()
    var change = Profiles.Draft(role: .visitor)
    #expect(throws: ProfileProblem.nothingToSet) { try store.profiles.set("Aqua", change) }
    change[.motivation] = ""
    change.offers = "pumps"
    change.cluster = "AV"
    let changed = try store.profiles.set("Aqua", change)
    #expect(changed.sectors == "water")
    #expect(changed.motivation == nil)
    #expect(changed.offers == "pumps")
    #expect(changed.partner == "ZINNAE")
    #expect(changed.clusters == ["AV"])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    change.role = .host
    #expect(throws: ProfileProblem.noProfile("Aqua", role: .host)) {
      try store.profiles.set("Aqua", change)
    }
  }

  @Test func `one partnership manages it, this project's or another`() throws {
    var draft = Profiles.Draft(role: .visitor, category: "sme")
    draft.partner = "NP"
    draft[.partnership] = "Another"
    #expect(throws: ProfileProblem.twoPartnerships("NP", "Another")) {
      try store.profiles.add("Aqua", draft)
    }
    draft.partner = nil
    let visitor = try store.profiles.add("Aqua", draft)
    #expect(visitor.partner == nil)
    #expect(visitor.partnership == "Another")
    var change = Profiles.Draft(role: .visitor)
    change.partner = "AV"
    #expect(try store.profiles.set("Aqua", change).partnership == nil)
    change.partner = nil
    change[.partnership] = "Third"
    let moved = try store.profiles.set("Aqua", change)
    #expect(moved.partner == nil)
    #expect(moved.partnership == "Third")
  }

  @Test func `who works there finds the host or visitor that is meant`() throws {
    _ = try store.organisations.add("Plasma", .init(country: .init("DE")))
    _ = try store.organisations.add("Nano", .init(country: .init("CZ")))
    let people = [
      ("Anna Gastgeber", "Plasma", "DE"), ("Ánna Visiteuse", "Aqua", "ES"), ("Carl", "Nano", "CZ"),
    ]
    for (name, home, country) in people {
      let draft = ContactDraft([.name: name, .organisation: home, .country: country])
      _ = try store.contacts.add(draft)
    }
    #expect(try store.organisations.all().map(\.name) == ["Aqua", "Plasma", "Nano"])
    _ = try store.profiles.add("O2", .init(role: .host, category: "sme"))
    _ = try store.profiles.add("O1", .init(role: .visitor, category: "sme"))
    #expect(try store.profiles.one("anna", as: .host).map(\.organisationCode) == ["O2"])
    #expect(try store.profiles.one("anna", as: .visitor).map(\.organisationCode) == ["O1"])
    #expect(try store.profiles.one("VISITEUSE").map(\.organisationCode) == ["O1"])
    #expect(try store.profiles.one("gastgeber").map(\.role) == [.host])
    #expect(throws: OrganisationProblem.unknown("carl", near: [])) {
      try store.profiles.one("carl", as: .host)
    }
    var change = Profiles.Draft(role: .host)
    change.sectors = "water"
    #expect(try store.profiles.set("Anna", change).organisationCode == "O2")
    _ = try store.exchanges.propose(
      host: "anna", visitor: "anna", from: .of("2020-10-05"), to: .of("2020-10-09"))
    #expect(
      try store.profiles.assess("anna", as: .host, .accepted, on: .of("2020-08-20"))
        .organisationCode == "O2")
  }

  @Test func `a profile is removed unless an exchange has it`() throws {
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    _ = try store.organisations.add("Plasma", .init(country: .init("DE")))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "sme"))
    #expect(try store.profiles.remove("Plasma", as: .host).organisation == "Plasma")
    #expect(try store.profiles.all().map(\.organisation) == ["Aqua"])
    _ = try store.history.undo()
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-10-05"), to: .of("2020-10-09"))
    let taken = ProfileProblem.takesPart("Plasma", role: .host, exchanges: ["EX-001"])
    #expect(throws: taken) { try store.profiles.remove("Plasma", as: .host) }
    #expect(taken.message == "Plasma is the host of EX-001.")
  }

  @Test func `a contact stands for its organisation, and fills what is not said`() throws {
    _ = try store.contacts.add(
      ContactDraft(
        [
          .organisation: "Brine", .name: "Ana Gil", .country: "ES", .city: "Teruel",
          .sector: "salt|water", .language: "español",
        ], partner: "ZINNAE"))
    _ = try store.contacts.add(ContactDraft([.email: "b@example.org"]))
    let visitor = try store.profiles.add("C1", .init(role: .visitor, category: "sme"))
    #expect(visitor.organisation == "Brine")
    #expect(visitor.city == "Teruel")
    #expect(visitor.sectors == "salt; water")
    #expect(visitor.languages == "es")
    #expect(visitor.partner == "ZINNAE")
    #expect(throws: ProfileProblem.noOrganisation(contact: "C2")) {
      try store.profiles.add("C2", .init(role: .visitor, category: "sme"))
    }
  }

  @Test func `an organisation is registered as both in one step`() throws {
    let store = try Store.blues()
    _ = try store.organisations.add("Aqua", .init())
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft[.capacity] = "3"
    let both = try store.profiles.add("Aqua", draft, as: [.host, .visitor])
    #expect(both.map(\.role) == [.host, .visitor])
    #expect(both.map(\.capacity) == [3, nil])
    #expect(try store.history.steps().first?.summary == "registered O1 as a host and a visitor")
    let changed = try store.profiles.set(
      "Aqua", Profiles.Draft(role: .host, category: "cluster"), as: [.host, .visitor])
    #expect(changed.map(\.category) == ["cluster", "cluster"])
  }
}
