import Testing

@testable import BluesCore

@Suite("Merging organisations") struct OrganisationMergeTests {
  static let list = """
    id,organisation,name,country,vat
    1,Aguas Norte,Ana Gil,ES,
    2,AGUAS NORTE SL,Berta Sanz,ES,ESB12345674
    3,Plasma Nord,Ola Berg,DE,

    """

  private func filled() throws -> Store {
    let store = try Store.blues()
    try store.importContacts(Self.list, Store.listRequest)
    return store
  }

  @Test func `two spellings are listed and made one`() throws {
    let store = try filled()
    let pairs = try store.organisations.duplicates().pairs
    #expect(pairs.map { "\($0.one.code) \($0.other.code) \($0.likeness.score)" } == ["O1 O2 80"])
    let merge = try store.organisations.merge("O1", with: ["O2"])
    #expect(merge.survivor.name == "Aguas Norte")
    #expect(merge.survivor.vat == "ESB12345674")
    #expect(merge.survivor.contacts == 2)
    #expect(merge.survivor.clusters == ["ZINNAE"])
    #expect(merge.choices.map(\.field) == ["name", "vat"])
    #expect(try store.contacts.search("aguas").map(\.code) == ["C1", "C2"])
    #expect(throws: DuplicatesProblem.self) { try store.organisations.one("O2") }
  }

  @Test func `the same list again changes nothing, and a changed row finds the survivor`() throws {
    let store = try filled()
    let before = try store.dump()
    _ = try store.organisations.merge("O1", with: ["O2"])
    let after = try store.dump()
    #expect(try store.importContacts(Self.list, Store.listRequest).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == after)
    let next =
      Self.list.replacing("Berta Sanz", with: "Berta Sanz Gil") + "4,AGUAS NORTE SL,Eva,ES,\n"
    #expect(try store.importContacts(next, Store.listRequest).counts == [4, 1, 1, 2, 0])
    #expect(try store.organisations.all().map { "\($0.code) \($0.contacts)" } == ["O1 3", "O3 1"])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `profiles move, and two of one role stop the merge`() throws {
    let store = try filled()
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft[.capacity] = "2"
    draft[.motivation] = "Learn"
    let before = try store.profiles.add("O2", draft)
    _ = try store.organisations.merge("O1", with: ["O2"])
    let after = try store.profiles.one("O1")[0]
    #expect([after.organisationCode, after.motivation] == ["O1", "Learn"])
    #expect(after.capacity == before.capacity)
    _ = try store.profiles.add("O3", .init(role: .host, category: "sme"))
    #expect(throws: DuplicatesProblem.bothHaveProfiles("O3", "O1", role: "host")) {
      try store.organisations.merge("O3", with: ["O1"])
    }
  }

  @Test func `host and visitor of one exchange stay two, whoever else is merged`() throws {
    // Plasma is the host, O1; EX-001 has O2 as its visitor, EX-002 O3.
    let store = try Store.funded(on: "2021-03-16", [(.draft, nil, nil), (.cancelled, nil, nil)])
    _ = try store.organisations.add("Another one", .init(country: .init("DE")))
    let before = try store.dump()
    for (codes, exchange) in [
      (["O1", "O2"], "EX-001"), (["O2", "O1"], "EX-001"), (["O1", "O3"], "EX-002"),
      (["O4", "O1", "O2"], "EX-001"), (["O4", "O3", "O1"], "EX-002"),
    ] {
      // A third takes the place of one of the two before the other comes.
      let sides = [codes[0], codes[codes.count - 1]]
      #expect(throws: DuplicatesProblem.onBothSides(sides[0], sides[1], exchange: exchange)) {
        try store.organisations.merge(codes[0], with: Array(codes.dropFirst()))
      }
      #expect(try store.dump() == before)
    }
    _ = try store.organisations.merge("O1", with: ["O4"])
  }

  @Test func `all that are surely one are merged in one step`() throws {
    let store = try Store.blues()
    let list = """
      organisation,country,vat
      Aguas Norte,ES,ESB12345674
      Norte de Aguas S.L.,ES,ESB12345674
      Plasma Nord,DE,

      """
    try store.importContacts(list, Store.listRequest)
    let before = try store.dump()
    let steps = try store.history.steps().count
    let result = try store.organisations.mergeSure()
    #expect(result.groups.map { [$0.survivor.code] + $0.merged.map(\.code) } == [["O1", "O2"]])
    #expect(result.left == [])
    #expect(try store.history.steps().count == steps + 1)
    #expect(try store.history.steps()[0].summary == "merged 1 into 1, all sure")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `organisations said to be distinct are not listed and not merged`() throws {
    let store = try filled()
    _ = try store.organisations.distinct("O2", "O1")
    #expect(try store.organisations.duplicates().found == 0)
    #expect(throws: DuplicatesProblem.self) { try store.organisations.merge("O1", with: ["O2"]) }
    _ = try store.organisations.distinct("O1", "O2", forget: true)
    #expect(try store.organisations.duplicates(of: "O1").found == 1)
  }

  @Test func `undoing the import keeps an organisation that was merged since`() throws {
    let store = try filled()
    _ = try store.organisations.merge("O1", with: ["O2"])
    let undone = try store.history.undo(2)
    #expect(undone.failed == 0)
    #expect(undone.kept > 0)
    #expect(try store.organisations.all().map(\.name) == ["Aguas Norte"])
    _ = try store.history.undo()
    #expect(try store.organisations.all().map(\.name) == ["Aguas Norte", "AGUAS NORTE SL"])
  }
}
