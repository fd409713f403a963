import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Importing hosts and visitors` {
  let store: Store

  init() throws { store = try Store.blues() }

  /// The fields of the contract for scripts.
  static let heading = """
    role,organisation,country,type,sectors,technologies,offers,seeks,languages,available_from,\
    available_to,capacity,partner,preferred_countries,city\n
    """

  static let list =
    heading + """
      visitor,Aqua,ES,SME,water;energy,pumps|pipes,data,plasma,es;en,2021-05-01,2021-06-30,,ZINNAE,DE|FR,Zaragoza
      both,Klaster,PL,klaster,water,,,,pl,,,4,MCICT,,Kielce
      host,Plasma,Allemagne,KMU,,,plasma,,,,,2,bnpt,,

      """

  func described() throws -> [String] {
    try store.profiles.all().map { profile in
      let told = [profile.country, profile.partner, profile.capacity.map { String($0) }]
      return "\(profile.role) \(profile.organisation) \(profile.category) "
        + told.map { $0 ?? "-" }.joined(separator: " ")
    }
  }

  @Test func `a row makes a profile and its organisation, and both makes two`() throws {
    #expect(try store.importList(.profiles, Self.list).counts == [3, 3, 0, 0, 0])
    #expect(
      try described() == [
        "host Klaster cluster PL MCICT 4", "host Plasma sme DE BNPT 2",
        "visitor Aqua sme ES ZINNAE -", "visitor Klaster cluster PL MCICT -",
      ])
    let aqua = try store.profiles.one("Aqua", as: .visitor)[0]
    #expect(aqua.sectors == "water; energy")
    #expect(aqua.technologies == "pumps; pipes")
    #expect(aqua.preferredCountries == "DE; FR")
    #expect(aqua.availableTo?.iso == "2021-06-30")
    #expect(aqua.clusters == [])
    #expect(try store.organisations.all().map(\.name) == ["Aqua", "Klaster", "Plasma"])
  }

  @Test func `the same list again changes nothing, and one step undoes it`() throws {
    let empty = try store.dump()
    try store.importList(.profiles, Self.list)
    let before = try store.dump()
    #expect(try store.importList(.profiles, Self.list).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let next = Self.list.replacing("Zaragoza", with: "Huesca")
    #expect(try store.importList(.profiles, next).counts == [3, 0, 1, 2, 0])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.undo()
    #expect(try store.dump() == empty)
    _ = try store.history.redo()
    #expect(try store.dump() == before)
  }

  @Test func `blank cells leave what is known`() throws {
    try store.importList(.profiles, Self.list)
    let before = try store.dump()
    #expect(
      try store.importList(.profiles, "role,organisation,country\nvisitor,Aqua,ES\n").counts
        == [1, 0, 0, 1, 0])
    #expect(try store.dump() == before)
  }

  @Test(arguments: [
    ("guest house,A,ES,,,,,,,,,,,,", 1, "role", "host, visitor or both"),
    (",A,ES,,,,,,,,,,,,", 1, "role", "host, visitor or both"),
    ("host,,ES,,,,,,,,,,,,", 2, "organisation", "the organisation's name"),
    ("host,A,Atlantis,,,,,,,,,,,,", 3, "country", "a country's name or code"),
    ("host,A,ES,shop,,,,,,,,,,,", 4, "category", ProfileField.category.expected),
    ("host,A,ES,,,,,,,1.5.21,,,,,", 10, "date", "a date such as 2021-09-06"),
    ("host,A,ES,,,,,,,2021-05-02,2021-05-01,,,,", 11, "dates", "2021-05-02 or a later day"),
    ("host,A,ES,,,,,,,,,some,,,", 12, "capacity", "a whole number of visitors"),
    ("host,A,ES,,,,,,,,,1.5,,,", 12, "capacity", "a whole number of visitors"),
    ("host,A,ES,,,,,,,,,,XX,,", 13, "partner", "one of AV, BNPT, MCICT, NP, ZINNAE"),
    ("host,A,ES,,,,,,,,,,,FR;XX,", 14, "country", "countries by name or code, such as FR; DE"),
  ])
  func `a row that breaks a rule is rejected with its place`(
    _ row: String, _ column: Int, _ rule: String, _ expected: String
  ) throws {
    let before = try store.dump()
    let imported = try store.importList(.profiles, Self.heading + row + "\n")
    #expect(imported.counts == [1, 0, 0, 0, 1])
    let rejected = try #require(imported.rejected.first)
    #expect(rejected.line == 2)
    #expect(rejected.column == column)
    #expect(rejected.rule == rule)
    #expect(rejected.reason == "Expected \(expected).")
    #expect(try store.dump() == before)
  }

  @Test func `more fields are read, each by its rule`() throws {
    let list = """
      role;organisation;activities;motivation;cv;eccp;partnership;coordinates;assessment;assessed_on;assessment_note;cluster
      visitor;Aqua;networking|knowledge transfer;Learn;oui;Clúster Agua;Other;41.65,-0.88;rejected;2020-08-01;Too small;AV|NP
      visitor;A;parties;;;;;;;;;
      visitor;B;;;perhaps;;;;;;;
      visitor;C;;;;;;91,0;;;;
      visitor;D;;;;;;;fine;;;
      visitor;E;;;;;;;rejected;;;
      visitor;F;;;;;;;accepted;2020-09-02;;
      visitor;G;;;;;;;;;;XX

      """
    let imported = try store.importList(
      .profiles, list.replacing(",", with: "¸").replacing(";", with: ",").replacing("¸", with: ";"))
    #expect(imported.counts == [8, 1, 0, 0, 7])
    #expect(
      imported.rejected.map { "\($0.line) \($0.column) \($0.rule)" } == [
        "3 3 activity", "4 5 cv", "5 8 coordinates", "6 9 assessment", "7 11 reason", "8 10 date",
        "9 12 partner",
      ])
    let aqua = try store.profiles.all()[0]
    #expect(aqua.activities == "networking; knowledge-sharing")
    #expect(aqua.hasCV)
    #expect(aqua.coordinates == "41.65,-0.88")
    #expect(aqua.partnership == "Other")
    #expect(aqua.partner == nil)
    #expect(aqua.clusters == ["AV", "NP"])
    #expect(aqua.assessment == .rejected)
    #expect(aqua.assessedOn?.iso == "2020-08-01")
    #expect(aqua.assessmentNote == "Too small")
  }

  @Test func `headings in six languages are known`() throws {
    let headings = [
      "rôle,entreprise,pays,type d'organisation,secteurs,offre,recherche,langues,disponible du",
      "Rolle,Firma,Land,Art,Branche,Angebot,Gesuch,Sprachen,verfügbar ab",
      "papel,empresa,país,tipo de entidad,sectores,oferta,busca,idiomas,disponible desde",
      "rola,nazwa firmy,kraj,rodzaj,branża,oferta,poszukuje,języki,dostępny od",
      "role,název firmy,země,druh,obor,nabídka,hledá,jazyky,dostupný od",
      "Role,Organization,Country,Category,Sector,Offer,Needs,Languages,From",
    ]
    for (index, heading) in headings.enumerated() {
      let row = "host,Org \(index),FR,PME,water,a,b,fr,2021-05-01"
      #expect(try store.importList(.profiles, "\(heading)\n\(row)\n").counts == [1, 1, 0, 0, 0])
      let profile = try store.profiles.one("Org \(index)")[0]
      let told = [profile.sectors, profile.offers, profile.seeks, profile.languages]
      #expect(told == ["water", "a", "b", "fr"])
      #expect(profile.availableFrom?.iso == "2021-05-01")
    }
  }

  @Test func `an organisation is found by its name and country to the byte`() throws {
    _ = try store.organisations.add("Aqua", .init(country: .init("ES"), cluster: "ZINNAE"))
    try store.importList(
      .profiles,
      "role,organisation,country,type\nhost,Aqua,ES,sme\nvisitor,AQUA,ES,sme\nhost,Aqua,FR,sme\n")
    let profiles = try store.profiles.all().map { "\($0.organisationCode) \($0.partner ?? "-")" }
    #expect(profiles == ["O1 ZINNAE", "O3 -", "O2 -"])
  }

  @Test func `no row is given to one of two organisations of a name by chance`() throws {
    try store.importContacts(
      "organisation,name,country,vat\nAqua,A,ES,ESB12345674\nAqua,B,ES,ESA12345674\n",
      .test(partner: "ZINNAE"))
    try #require(try store.organisations.all().count == 2)
    let imported = try store.importList(
      .profiles, "role,organisation,country\nvisitor,Aqua,ES\n")
    #expect(imported.rejected.map(\.rule) == ["organisation"])
    #expect(
      imported.rejected.map(\.reason) == [
        "Expected one organisation of that name and country, not 2 (O1, O2); "
          + "merge them with blues partner organisation merge."
      ])
    _ = try store.profiles.add("O2", .init(role: .visitor, category: "sme"))
    let before = try store.dump()
    #expect(try store.importList(.profiles, exported()).counts == [1, 0, 0, 1, 0])
    #expect(try store.dump() == before)
  }

  @Test func `the spelling of a merged organisation finds the one it is`() throws {
    try store.importList(
      .profiles, "role,organisation,country\nvisitor,Aqua,ES\nhost,AQUA SL,ES\n")
    _ = try store.organisations.merge("O1", with: ["O2"])
    #expect(
      try store.profiles.all().map { "\($0.role) \($0.organisation)" } == [
        "host Aqua", "visitor Aqua",
      ])
    #expect(
      try store.importList(.profiles, "role,organisation,country,type\nhost,AQUA SL,ES,sme\n")
        .counts == [1, 0, 1, 0, 0])
    #expect(try store.organisations.all().count == 1)
  }

  func exported() throws -> String {
    let document = Document(
      schema: "test/1",
      blocks: [
        .table(Table(noun: "rows", fields: Profile.exported, rows: try store.profiles.all()))
      ])
    return try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
  }

  @Test func `what is exported comes in again and gives the same state`() throws {
    try store.importList(.profiles, Self.list)
    var draft = Profiles.Draft(role: .visitor)
    draft[.motivation] = "=1+1"
    draft[.assessment] = "rejected"
    draft[.assessmentNote] = "Too \"late\",\nthey say"
    draft.cluster = "AV"
    draft.partner = ""
    _ = try store.profiles.set("Aqua", draft)
    let before = try store.dump()
    let list = try exported()
    let taken = Set(RecordList.profiles.fields.map(\.name))
    #expect(Profile.exported.allSatisfy { taken.contains($0.column.name) })
    #expect(Profile.exported.allSatisfy { $0.column.heading == $0.column.name })
    #expect(try store.importList(.profiles, list).counts == [4, 0, 0, 4, 0])
    #expect(try store.dump() == before)
    let other = try Store.blues()
    #expect(try other.importList(.profiles, list).counts == [4, 4, 0, 0, 0])
    func told(_ store: Store) throws -> [[Cell]] {
      try store.profiles.all().map { profile in
        Profile.exported.filter { $0.column.name != "blues_id" }.map { $0.cell(profile) }
      }
    }
    #expect(try told(other) == told(store))
  }

  @Test func `kept columns stay beside those of earlier lists`() throws {
    let request = ImportRequest.test(unmapped: .keep)
    try store.importList(.profiles, "role,organisation,stand\nhost,Aqua,A1\n", request)
    try store.importList(.profiles, "role,organisation,hall\nhost,Aqua,3\n", request)
    let before = try store.dump()
    #expect(
      try store.importList(.profiles, "role,organisation,stand\nhost,Aqua,A1\n", request).counts
        == [1, 0, 0, 1, 0])
    #expect(try store.dump() == before)
    #expect(before.contains { $0.contains(#"extra="{\"stand\":\"A1\",\"hall\":\"3\"}""#) })
  }
}
