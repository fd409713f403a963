import Testing

@testable import BluesCore

@Suite struct `Who is meant as host or visitor` {
  /// Plasma is a host, Empresa Niño A and B are visitors; Plasma Sur has no profile.
  private func store() throws -> Store {
    let store = try Store.funded(on: "2021-03-16", [(.draft, nil, nil), (.draft, nil, nil)])
    try store.importContacts(
      """
      organisation,given name,family name,country
      Plasma,Ana,Berg,DE
      Empresa Niño A,Ana,Gil,ES
      Empresa Niño B,Eva,Gil,ES
      Plasma Sur,Ana,Ruiz,ES

      """)
    return store
  }

  @Test func `a name is looked for among the hosts, and among the visitors`() throws {
    let store = try store()
    func meant(_ text: String, _ role: Profile.Role) throws -> String {
      try store.read { try Profiles.organisation(text, as: role, $0).name }
    }
    #expect(try meant("plasma", .host) == "Plasma")
    #expect(try meant("Ana", .host) == "Plasma")
    #expect(try meant("Ana", .visitor) == "Empresa Niño A")
    #expect(try meant("ana gil", .visitor) == "Empresa Niño A")
    #expect(try meant("Niño B", .visitor) == "Empresa Niño B")
    #expect(throws: ContactProblem.ambiguous("Gil", candidates: ["C2 Ana Gil", "C3 Eva Gil"])) {
      try meant("Gil", .visitor)
    }
    #expect(throws: OrganisationProblem.self) { try meant("Empresa", .visitor) }
    // Who has no profile of the role is found all the same, and told so.
    #expect(throws: ProfileProblem.noProfile("Plasma Sur", role: .host)) {
      try store.read { try Exchanges.profile("Plasma Sur", .host, $0) }
    }
  }

  @Test func `a person of an exchange is looked for among those of its two sides`() throws {
    let store = try store()
    let code = try ExchangeCode("EX-001")
    #expect(try store.exchangePersons.add(code, "Gil").side == .visitor)
    #expect(try store.exchangePersons.add(code, "Ana", side: .host).contact == "C1")
    #expect(throws: ContactProblem.self) { try store.exchangePersons.remove(code, "Ana") }
  }
}
