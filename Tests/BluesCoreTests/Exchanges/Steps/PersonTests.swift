import Testing

@testable import BluesCore

@Suite struct `Persons of an exchange` {
  let store: Store
  let code: ExchangeCode

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
    for (name, organisation, country) in [
      ("Ana Gil", "Aqua", "ES"), ("Bo Berg", "Plasma", "DE"), ("Cy Diaz", "Other", "ES"),
    ] {
      _ = try store.contacts.add(
        ContactDraft([
          .name: name, .organisation: organisation, .country: country,
          .email: "\(name.prefix(2))@example.org",
        ]))
    }
    _ = try store.contacts.add(ContactDraft([.name: "Di Fox", .email: "di@example.org"]))
  }

  @Test func `a contact stands on the side of its organisation`() throws {
    let ana = try store.exchangePersons.add(code, "C1", role: "participant")
    #expect(ana.side == .visitor && ana.name == "Ana Gil" && ana.role == "participant")
    #expect(try store.exchangePersons.add(code, "Bo Berg", side: .host).side == .host)
    #expect(try store.exchangePersons.all(code).map(\.contact) == ["C2", "C1"])
    let again = PersonProblem.thereAlready("C1", code)
    #expect(throws: again) { try store.exchangePersons.add(code, "C1") }
    #expect(again.message == "C1 already takes part in EX-001.")
    #expect(try store.exchangePersons.remove(code, "C1") == ana)
    let gone = PersonProblem.notThere("C1", code)
    #expect(throws: gone) { try store.exchangePersons.remove(code, "C1") }
    #expect(gone.message == "C1 does not take part in EX-001.")
  }

  @Test func `a contact of another organisation is refused`() throws {
    let neither = PersonProblem.ofNeither("C3", code, host: "Plasma", visitor: "Aqua", side: nil)
    #expect(throws: neither) { try store.exchangePersons.add(code, "C3") }
    #expect(
      neither.message == "C3 belongs neither to Plasma nor to Aqua, the two sides of EX-001.")
    let wrong = PersonProblem.ofNeither("C1", code, host: "Plasma", visitor: "Aqua", side: .host)
    #expect(throws: wrong) { try store.exchangePersons.add(code, "C1", side: .host) }
    #expect(wrong.message == "C1 does not belong to Plasma, the host of EX-001.")
  }

  @Test func `the side is said of a contact without an organisation`() throws {
    let unknown = PersonProblem.sideUnknown("C4", code)
    #expect(throws: unknown) { try store.exchangePersons.add(code, "C4") }
    #expect(unknown.hint == "give --side host or --side visitor")
    #expect(try store.exchangePersons.add(code, "C4", side: .visitor).side == .visitor)
  }

  @Test func `merged contacts take part once, and undo brings both back`() throws {
    _ = try store.contacts.add(
      ContactDraft([
        .name: "Ana Gil", .organisation: "Aqua", .country: "ES", .phone: "+34 976 000 000",
      ]))
    for contact in ["C1", "C5"] { _ = try store.exchangePersons.add(code, contact) }
    let before = try store.dump()
    _ = try store.contacts.merge("C5", with: ["C1"])
    #expect(try store.exchangePersons.all(code).map(\.contact) == ["C5"])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.exchangePersons.remove(code, "C5")
    _ = try store.contacts.merge("C5", with: ["C1"])
    #expect(try store.exchangePersons.all(code).map(\.contact) == ["C5"])
  }

  @Test func `an imported contact that takes part stays when the import is taken back`() throws {
    try store.importContacts(
      "name,organisation,email\nEva Lin,Aqua,eva@example.org\nFil Moss,Aqua,fil@example.org\n",
      .test(country: "ES"))
    let step = try #require(store.history.steps(limit: 1).first)
    _ = try store.exchangePersons.add(code, "eva@example.org")
    let undone = try store.history.undo(step.id)
    #expect(undone.kept == 1)
    #expect(try store.exchangePersons.all(code).map(\.name) == ["Eva Lin"])
  }
}
