import Testing

@testable import BluesCore

@Suite struct `Removal of people and organisations` {
  @Test func `what an exchange or a contact refers to stays, and is named`() throws {
    let store = try Store.rich()
    let before = try store.dump()
    #expect(
      throws: RecordProblem.inUse(
        "O1", by: [.init(noun: "contact", count: 1), .init(noun: "profile", count: 1)])
    ) { try store.organisations.remove("Aguas Norte") }
    #expect(try store.dump() == before)
  }

  @Test func `a contact goes, its words leave the index, and undo brings it back`() throws {
    let store = try Store.rich()
    let before = try store.dump()
    #expect(try store.contacts.remove("ana@example.org") == "C1")
    #expect(try store.contacts.search("ana") == [])
    #expect(try store.contacts.all().map(\.code) == ["C2", "C3"])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    #expect(try store.contacts.search("ana").map(\.code) == ["C1"])
  }

  @Test func `an organisation goes with its memberships`() throws {
    let store = try Store.blues()
    let before = try store.dump()
    _ = try store.organisations.add("Aqua", .init(country: .init("ES"), cluster: "AV"))
    #expect(try store.organisations.remove("aqua").name == "Aqua")
    #expect(try store.dump() == before)
  }

  @Test func `every field of an organisation is set, and taken away`() throws {
    let store = try Store.blues()
    _ = try store.organisations.add("Aqua", .init())
    let said: [String: [String]] = [
      "short_name": ["AQ"], "country": ["Spanien"], "type": ["sme"], "vat": ["ESG10000008"],
      "pic": ["999999967"],
      "iban": ["ES9121000418450200051332"], "employees": ["12"], "turnover": ["1000"],
      "balance_total": ["2000"],
    ]
    let set = try store.organisations.set("Aqua", .init(said))
    #expect(
      [
        set.shortName, set.country, set.type, set.vat, set.pic, set.iban, set.employees,
        set.turnover, set.balanceTotal,
      ] == [
        "AQ", "ES", "sme", "ESG10000008", "999999967", "ES9121000418450200051332", "12", "1000",
        "2000",
      ])
    let cleared = try store.organisations.set("Aqua", .init(said.mapValues { _ in [""] }))
    #expect(
      [
        cleared.shortName, cleared.country, cleared.type, cleared.vat, cleared.pic, cleared.iban,
        cleared.employees, cleared.turnover, cleared.balanceTotal,
      ] == Array(repeating: nil, count: 9))
    #expect(throws: RecordProblem.cannotClear(option: "name", noun: "organisation")) {
      try store.organisations.set("Aqua", .init(["name": [" "]]))
    }
  }
}
