import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Lists of organisations` {
  let store: Store

  /// O1 Aqua in Spain with a VAT number, O2 and O3 of one name and country, O4 with a PIC.
  init() throws {
    store = try Store.blues()
    _ = try store.organisations.add(
      "Aqua Ímagen S.L.", .init(country: .init("ES"), vat: "ESB00000018", cluster: "ZINNAE"))
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), pic: "999999967"))
    _ = try store.organisations.add("Bio", .init(shortName: "B", country: .init("FR")))
  }

  private func imported(_ text: String, _ request: ImportRequest = .test()) throws -> Imported {
    try store.importList(.organisations, text, request)
  }

  @Test func `a turnover is read with the decimal sign that was said`() throws {
    var request = ImportRequest.test()
    request.decimal = .comma
    let list = "Company,Country,Turnover\nDelta,DE,\"1,234\"\nEos,DE,1.234\n"
    let done = try imported(list, request)
    #expect(done.counts == [2, 2, 0, 0, 0])
    #expect(
      done.outcome.firstDoubts == [
        PlacedDoubt(
          line: 2,
          sentence: "Turnover: It has three decimals: its column is read with a decimal comma.")
      ])
    #expect(try store.organisations.all().map(\.turnover).suffix(2) == ["1,234", "1.234"])
  }

  private func names() throws -> [String] {
    try store.organisations.all().map { "\($0.code) \($0.name) \($0.country ?? "-")" }
  }

  @Test func `a row finds its organisation by number and spelling, or by name and country`() throws
  {
    let done = try imported(
      """
      Company,Country,VAT number,PIC,Employees,Member of
      "IMAGEN AQUA, SL",Spain,ES B00000018,,12,ZINNAE; AV
      Plasma,DE,,,30,
      Bio,FR,,,,
      Bio,PL,,,,NP

      """)
    #expect(done.counts == [4, 1, 2, 1, 0])
    #expect(try names() == ["O1 IMAGEN AQUA, SL ES", "O2 Plasma DE", "O3 Bio FR", "O4 Bio PL"])
    let aqua = try store.organisations.one("O1")
    #expect(aqua.employees == "12")
    #expect(aqua.clusters == ["AV", "ZINNAE"])
    #expect(try store.organisations.one("O4").clusters == ["NP"])
  }

  @Test func `blank cells leave what is known, and the same list again changes nothing`() throws {
    let list = "name,country,short_name,type\nBio,FR,,sme\nNew,CZ,N,\n"
    #expect(try imported(list).counts == [2, 1, 1, 0, 0])
    #expect(try store.organisations.one("Bio").shortName == "B")
    let after = try store.dump()
    #expect(try imported(list).counts == [2, 0, 0, 2, 0])
    #expect(try store.dump() == after)
  }

  @Test func `no row is given to one of several by chance, and no name changes on doubt`() throws {
    _ = try store.organisations.set("O2", .init(name: "Bio", country: .init("FR")))
    let before = try store.dump()
    let done = try imported(
      """
      name,country,vat,pic
      Bio,FR,,
      Bio,FR,,999999967
      Department of Water,ES,ESB00000018,
      ,FR,,
      Third,Atlantis,,
      Fourth,ES,ESB00000019,

      """)
    #expect(done.counts == [6, 0, 0, 1, 5])
    #expect(
      done.rejected.map { "\($0.line) \($0.column) \($0.rule)" } == [
        "2 1 organisation", "4 3 organisation", "5 1 organisation", "6 2 country", "7 3 vat",
      ])
    #expect(
      done.rejected[0].reason
        == "It could be any of 2 organisations: O2, O3. Merge them with "
        + "blues partner organisation merge, or name one by its blues_id.")
    #expect(
      done.rejected[1].reason
        == "O1 has this number under another name. Correct the number, or rename it with "
        + "blues partner organisation set O1 --name NAME.")
    #expect(try store.dump() == before)
  }

  @Test func `an export comes in again unchanged, and renames by its id`() throws {
    _ = try store.organisations.set(
      "O3", .init(["turnover": ["1 000 000"], "iban": ["FR7630006000011234567890189"]]))
    let before = try store.dump()
    func exported() throws -> String {
      let table = Table(
        noun: "organisations", fields: Organisation.exported, rows: try store.organisations.all())
      let document = Document(schema: "test/1", blocks: [.table(table)])
      return try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
    }
    let list = try exported()
    #expect(
      list.split(separator: "\n").first.map(String.init)
        == "blues_id,name,country,type,cluster,short_name,vat,pic,iban,employees,turnover,"
        + "balance_total")
    #expect(try imported(list).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let renamed = list.replacing("Plasma", with: "Plasma Nord")
    #expect(try imported(renamed).counts == [3, 0, 1, 2, 0])
    #expect(try store.organisations.one("O2").name == "Plasma Nord")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a change stays when the next list of contacts says otherwise`() throws {
    let contacts = "organisation,country,employees,email\nBio,FR,5,bea@example.org\n"
    _ = try store.importContacts(contacts)
    _ = try imported("name,country,employees\nBio,FR,9\n")
    #expect(try store.organisations.one("Bio").employees == "9")
    #expect(try store.importContacts(contacts).counts == [1, 0, 0, 1, 0])
    #expect(try store.organisations.one("Bio").employees == "9")
  }

  @Test func `other columns have no place`() throws {
    var request = ImportRequest.test()
    request.keepsOthers = false
    let problem = #expect(throws: MappingProblem.self) {
      try imported("name,Halle\nBio,3\n", request)
    }
    #expect(problem?.hint?.hasPrefix("--unmapped ignore drops them; fields: name, ") == true)
    #expect(!RecordList.organisations.keepsOthers)
    #expect(MappingProblem.keepsNoOthers.kind == .usage)
  }

  @Test func `no heading means two fields`() {
    var homes: [String: String] = [:]
    for field in RecordList.organisations.fields {
      for synonym in field.synonyms {
        let other = homes.updateValue(field.name, forKey: synonym)
        #expect(other == nil, "\(synonym) means \(other ?? "") and \(field.name)")
      }
    }
  }
}
