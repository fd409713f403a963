import Testing

@testable import BluesCore

@Suite("Merging contacts") struct MergeTests {
  static let heading = "id,organisation,name,email,phone,street,postcode,city,stand\n"
  static let first =
    heading + """
      1,Aguas Norte,Ana Gil,ana@example.org,,Calle 1,50001,Zaragoza,A1
      2,Plasma Nord,Ola Berg,ola@example.org,,,,,

      """
  static let second =
    heading + """
      7,AGUAS NORTE SL,A. Gil,,+34976555100,Avenida 9,22001,Huesca,B1
      8,Aguas Norte,Gil Ana,ANA@example.org,,,,,

      """
  static let fromOther = ImportRequest.test(unmapped: .keep, country: "ES", source: "fair")

  private func filled() throws -> Store {
    let store = try Store.blues()
    try store.importContacts(Self.first, Store.listRequest)
    try store.importContacts(Self.second, Self.fromOther)
    return store
  }

  @Test func `the first stays, blanks are filled, and what disagrees is shown`() throws {
    let store = try filled()
    let merge = try store.contacts.merge("C1", with: ["C3", "C4"])
    #expect(merge.survivor.known[.name] == "Ana Gil")
    #expect(merge.survivor.known[.phone] == "+34976555100")
    #expect(merge.survivor.known[.city] == "Zaragoza")
    #expect(
      merge.choices.map { choice in
        "\(choice.field): \(choice.stands.map { "\($0.code) \($0.value)" } ?? "-") / "
          + choice.remembered.map { "\($0.code) \($0.value)" }.joined(separator: ", ")
      } == [
        "name: C1 Ana Gil / C3 A. Gil, C4 Gil Ana", "street: C1 Calle 1 / C3 Avenida 9",
        "postcode: C1 50001 / C3 22001", "city: C1 Zaragoza / C3 Huesca",
        "phone: C3 +34976555100 / ", "organisation: C1 O1 Aguas Norte / C3 O3 AGUAS NORTE SL",
      ])
    #expect(try store.contacts.one("C1").kept.map(\.text) == ["A1; B1"])
    #expect(try store.contacts.all().map(\.code) == ["C1", "C2"])
    #expect(
      try store.contacts.merged(into: merge.survivor.id).map {
        "\($0.code) \($0.title) \($0.source)"
      }
        == ["C3 A. Gil fair", "C4 Gil Ana fair"])
  }

  @Test func `all that are surely one are merged in one step, and one undo gives all back`() throws
  {
    let store = try Store.blues()
    let list = """
      organisation,name,email
      Aguas Norte,Ana Gil,ana@example.org
      Aguas del Norte,Gil Ana,ANA@example.org
      Norte,Ana Gil,ana@example.org
      Plasma Nord,Ola Berg,ola@example.org
      Plasma,Ola Berg,ola@example.org
      Plasma Nord,Eva Berg,

      """
    try store.importContacts(list, .test(country: "ES", source: nil))
    let before = try store.dump()
    let rehearsed = try store.rehearsal.contacts.mergeSure()
    #expect(try store.dump() == before)
    let result = try store.contacts.mergeSure()
    let codes = result.groups.map { [$0.survivor.code] + $0.merged.map(\.code) }
    #expect(codes == [["C1", "C2", "C3"], ["C4", "C5"]])
    #expect(rehearsed.groups.map { [$0.survivor.code] + $0.merged.map(\.code) } == codes)
    #expect(result.merged == 3)
    #expect(try store.contacts.all().map(\.code) == ["C1", "C4", "C6"])
    let last = try store.history.steps()[0]
    #expect(
      [last.summary, last.affected] == ["merged 3 into 2, all sure", "C1 C2 C3 C4 C5"])
    // Nothing is left to be merged, so there is no step.
    let again = try store.contacts.mergeSure()
    #expect(again.groups.isEmpty && again.left.isEmpty)
    #expect(try store.history.steps()[0].id == last.id)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a group with a pair in doubt is left whole`() throws {
    let store = try Store.blues()
    let list = """
      organisation,name,email
      Aguas Norte,Ana Gil,ana@example.org
      Aguas del Norte,Gil Ana,ana@example.org
      Norte,Ana Gil,ana@example.org

      """
    try store.importContacts(list, .test(country: "ES", source: nil))
    _ = try store.contacts.distinct("C1", "C3")
    let result = try store.contacts.mergeSure()
    #expect(result.groups.isEmpty)
    #expect(
      result.left == [
        .init(codes: ["C1", "C2", "C3"], reason: "Some pairs among them are not sure.")
      ])
    #expect(try store.contacts.all().count == 3)
  }

  @Test func `a merged contact says where it went, and its number is not given again`() throws {
    let store = try filled()
    _ = try store.contacts.merge("C1", with: ["C4"])
    #expect(
      throws: DuplicatesProblem.merged("C4", into: "C1", command: "blues partner contact")
    ) {
      try store.contacts.one("c4")
    }
    #expect(try store.contacts.add(ContactDraft([.organisation: "New"])).code == "C5")
  }

  @Test func `another record can be preferred, or asked for one field`() throws {
    let store = try filled()
    let take = try #require(MergePreferences.Take("email=C4"))
    let merge = try store.contacts.merge(
      "C1", with: ["C3", "C4"], .init(prefer: "c3", take: [take]))
    #expect(merge.survivor.code == "C1")
    #expect(merge.survivor.known[.name] == "A. Gil")
    #expect(merge.survivor.known[.city] == "Huesca")
    #expect(merge.survivor.known[.email] == "ANA@example.org")
    #expect(merge.survivor.known[.organisation] == "AGUAS NORTE SL")
  }

  @Test func `halves of an address or a name are not put together from two`() throws {
    let store = try Store.blues()
    try store.importContacts(
      csv([
        ["organisation", "name", "family_name", "street", "city"],
        ["Aguas", "Ana Gil", "", "", "Zaragoza"], ["Aguas", "", "Sanz", "Calle 1", "Huesca"],
      ]))
    let survivor = try store.contacts.merge("C1", with: ["C2"]).survivor.known
    #expect(survivor[.street] == nil)
    #expect(survivor[.familyName] == nil)
  }

  @Test func `what cannot be merged is refused`() throws {
    let store = try filled()
    #expect(throws: DuplicatesProblem.itself("C1")) { try store.contacts.merge("C1", with: ["C1"]) }
    _ = try store.contacts.distinct("C4", "C1")
    #expect(
      throws: DuplicatesProblem.saidDistinct(
        "C1 and C4", command: "blues partner contact distinct")
    ) { try store.contacts.merge("C1", with: ["C3", "C4"]) }
    #expect(throws: DuplicatesProblem.notAmong("C9", known: ["C1", "C3"])) {
      try store.contacts.merge("C1", with: ["C3"], .init(prefer: "C9"))
    }
    let nothing = try #require(MergePreferences.Take("note=C3"))
    #expect(throws: DuplicatesProblem.nothingToTake(field: "Note", code: "C3")) {
      try store.contacts.merge("C1", with: ["C3"], .init(take: [nothing]))
    }
    #expect(try store.contacts.all().count == 4)
  }

  @Test func `pairs said to be distinct are not listed until it is taken back`() throws {
    let store = try filled()
    func listed() throws -> [String] {
      try store.contacts.duplicates().pairs.map { "\($0.one.code) \($0.other.code)" }
    }
    #expect(try listed().contains("C1 C4"))
    _ = try store.contacts.distinct("C4", "C1")
    #expect(try !listed().contains("C1 C4"))
    #expect(throws: DuplicatesProblem.alreadyDistinct("C1 and C4")) {
      try store.contacts.distinct("C1", "C4")
    }
    _ = try store.contacts.distinct("C1", "C4", forget: true)
    #expect(try listed().contains("C1 C4"))
    #expect(throws: DuplicatesProblem.notDistinct("C1 and C4")) {
      try store.contacts.distinct("C1", "C4", forget: true)
    }
  }

  @Test func `what was said of a merged contact holds for its survivor`() throws {
    let store = try filled()
    _ = try store.contacts.distinct("C3", "C4")
    _ = try store.contacts.merge("C1", with: ["C4"])
    #expect(throws: DuplicatesProblem.alreadyDistinct("C1 and C3")) {
      try store.contacts.distinct("C1", "C3")
    }
  }
}
