import Documents
import Testing

@testable import BluesCore

@Suite struct `Importing profiles` {
  let store: Store

  init() throws { store = try Store.blues(on: "2021-02-01") }

  static let list = """
    role,organisation,country,type,sectors,technologies,offers,seeks,languages,available_from,available_to,capacity,partner,preferred_countries,city
    host,Plasma,DE,SME,water;air,plasma|sensors,tests,data,German;English,2021-03-01,2021-06-30,2,BNPT,ES;FR,Greifswald
    both,Aqua,Spain,PYME,water,,,tests,Spanish,,,3,ZINNAE,,
    visitor,Fil,CZ,cluster,,,,,,2021-04-01,,,NP,,

    """

  @Test func `a row makes a profile, a row of both makes two, and again nothing`() throws {
    #expect(try store.importPlan(.profiles, Self.list).counts == [3, 3, 0, 0, 0])
    let all = try store.profiles.all()
    #expect(
      all.map { "\($0.role) \($0.organisation) \($0.country ?? "-") \($0.category)" } == [
        "host Aqua ES sme", "host Plasma DE sme", "visitor Aqua ES sme", "visitor Fil CZ cluster",
      ])
    #expect(all.map(\.capacity) == [3, 2, nil, nil])
    #expect(all.map(\.partner) == ["ZINNAE", "BNPT", "ZINNAE", "NP"])
    #expect(all[1].sectors == "water; air")
    #expect(all[1].technologies == "plasma; sensors")
    #expect(all[1].preferredCountries == "ES; FR")
    #expect(all[1].city == "Greifswald")
    #expect(all[1].availableTo == (try .of("2021-06-30")))
    #expect(try store.organisations.all().map(\.name) == ["Plasma", "Aqua", "Fil"])
    let before = try store.dump()
    #expect(try store.importPlan(.profiles, Self.list).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let next = Self.list.replacing("tests,data", with: "tests,samples")
    #expect(try store.importPlan(.profiles, next).counts == [3, 0, 1, 2, 0])
    #expect(try store.history.steps().count == 3)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `an organisation already there is found by name and country, never on doubt`() throws {
    _ = try store.organisations.add("Plasma", .init(country: .init("DE")))
    _ = try store.organisations.add("Plasma", .init(country: .init("AT")))
    _ = try store.organisations.add("Aqua", .init(country: .init("ES")))
    let imported = try store.importPlan(
      .profiles,
      """
      role,organisation,country,type
      host,Plasma,DE,sme
      host,Aqua,,sme
      host,aqua,ES,sme
      visitor,Plasma,,sme

      """)
    #expect(imported.counts == [4, 3, 0, 0, 1])
    #expect(
      imported.rejected.map(\.reason) == [
        "Expected a country, because 2 organisations have this name."
      ])
    #expect(
      try store.organisations.all().map { "\($0.name) \($0.country ?? "-")" } == [
        "Plasma DE", "Plasma AT", "Aqua ES", "aqua ES",
      ])
  }

  @Test(arguments: [
    ("guest,X,DE,sme,,,", 1, "role", "Expected host, visitor or both."),
    (",X,DE,sme,,,", 1, "role", "Expected host, visitor or both."),
    ("host,,DE,sme,,,", 2, "organisation", "Expected the organisation's name."),
    ("host,X,Utopia,sme,,,", 3, "country", "Expected a country's name or code."),
    (
      "host,X,DE,shop,,,", 4, "type",
      """
      Expected one of cluster, support-organisation, sme, large-company, public-authority, \
      training-provider.
      """
    ),
    ("host,X,DE,,,,", 4, "type", "Expected what the organisation is, such as sme."),
    ("host,X,DE,sme,soon,,", 5, "date", "Expected a date such as 2020-07-31."),
    (
      "host,X,DE,sme,2021-05-01,2021-04-01,", 0, "plan",
      "The time it is available would end on 2021-04-01, before it starts on 2021-05-01."
    ),
    ("host,X,DE,sme,,,many", 7, "capacity", "Expected a whole number of visitors."),
  ])
  func `a row that cannot stand says why, and leaves nothing`(
    row: String, column: Int, rule: String, reason: String
  ) throws {
    let before = try store.dump()
    let imported = try store.importPlan(
      .profiles,
      "role,organisation,country,type,available_from,available_to,capacity\n\(row)\n")
    #expect(imported.counts == [1, 0, 0, 0, 1])
    let rejection = try #require(imported.rejected.first)
    #expect(rejection.column == column)
    #expect(rejection.rule == rule)
    #expect(rejection.reason == reason)
    #expect(try store.dump() == before)
  }

  @Test func `a partner nobody knows is refused`() throws {
    let imported = try store.importPlan(
      .profiles, "role,organisation,type,partner\nhost,X,sme,ACME\n")
    #expect(imported.rejected.map(\.reason) == ["There is no partner ACME."])
  }

  @Test func `an export comes in again and changes nothing, also in an empty project`() throws {
    _ = try store.importPlan(.profiles, Self.list)
    let document = Document(
      schema: "test/1",
      blocks: [
        .table(Table(noun: "profiles", fields: Profile.listed, rows: try store.profiles.all()))
      ])
    let text = try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
    let before = try store.dump()
    #expect(try store.importPlan(.profiles, text).counts == [4, 0, 0, 4, 0])
    #expect(try store.dump() == before)
    let other = try Store.blues(on: "2021-02-01")
    #expect(try other.importPlan(.profiles, text).counts == [4, 4, 0, 0, 0])
    func told(_ store: Store) throws -> [[Cell]] {
      try store.profiles.all().map { profile in Profile.listed.map { $0.cell(profile) } }
    }
    #expect(try told(other) == told(store))
  }
}
