import Tabular
import Testing

@testable import BluesCore

@Suite struct `Importing with a mapping file` {
  func request(_ text: String) throws -> ImportRequest {
    var request = ImportRequest(fileName: "list.csv")
    request.file = try MappingFile(text: Array(text.utf8), name: "list.toml")
    request.unmapped = request.file?.unmapped ?? .refuse
    return request
  }

  @Test func `cells go changed to their fields, and rows get what they do not say`() throws {
    let store = try Store.blues()
    let list = csv([
      ["Firma", "Wer", "Tel", "Typ", "Seit", "Land"],
      ["Aqua", "Ana de la Cruz", "+34 949217792 / +34 600555001", "Typ: SME", "03.04.2018", ""],
      ["Bora", "Zentrale", "+34 949217793", "NGO", "2018-04-25", "Polska"],
    ])
    let outcome = try store.importContacts(
      list,
      request(
        """
        [set]
        country = "Spanien"
        [columns]
        Wer = { field = "name", split = "given family" }
        Tel = { fields = ["phone", "mobile"], separator = "/" }
        Typ = { field = "organisation_type", strip = "Typ: " }
        Seit = { field = "note", dates = "dmy" }
        """))
    #expect(outcome.counts == [2, 2, 0, 0, 0])
    let fields: [ContactField] = [
      .givenName, .familyName, .name, .phone, .mobile, .organisationType, .note, .country,
    ]
    let known = try store.contacts.all().map { contact in fields.map { contact.known[$0] } }
    #expect(
      known == [
        ["Ana", "de la Cruz", nil, "+34 949217792", "+34 600555001", "SME", "2018-04-03", "ES"],
        [nil, nil, "Zentrale", "+34 949217793", nil, "NGO", "2018-04-25", "PL"],
      ])
  }

  @Test func `words of the list are read as what they mean, and written down again`() throws {
    let store = try Store.blues()
    let text =
      #"[columns]\nLand = { field = "country", values = { "United N Kingdom" = "GB", "\"x\"" = "DE" } }"#
    let list = csv([
      ["Firma", "Land"], ["Aqua", "united  n kingdom"], ["Bora", "\"x\""], ["Ceta", "Polska"],
    ])
    let said = try request(text.replacing("\\n", with: "\n"))
    let outcome = try store.importContacts(list, said)
    #expect(outcome.counts == [3, 2, 0, 0, 1])
    let exact = try request(
      text.replacing("\\n", with: "\n").replacing("United N", with: "united  n"))
    #expect(try store.importContacts(list, exact).counts == [3, 1, 0, 2, 0])
    #expect(try Set(store.contacts.all().map { $0.known[.country] }) == ["GB", "DE", "PL"])
    let file = try #require(exact.file)
    #expect(
      file.columns.map(\.transformation?.words?.pairs) == [
        [
          .init(word: "united  n Kingdom", meaning: "GB"), .init(word: "\"x\"", meaning: "DE"),
        ]
      ])
    let again = try MappingFile(
      text: Array(file.toml(list: "l", on: .of("2021-01-01")).utf8), name: "m")
    #expect(again.columns.map(\.transformation) == file.columns.map(\.transformation))
  }

  @Test func `the same list with the same file changes nothing`() throws {
    let store = try Store.blues()
    let list = csv([["Firma", "Wer"], ["Aqua", "Ana López"], ["Bora", "Berta Ruiz"]])
    let said = try request("[columns]\nWer = { field = 'name', split = 'given family' }")
    #expect(try store.importContacts(list, said).counts == [2, 2, 0, 0, 0])
    #expect(try store.importContacts(list, said).counts == [2, 0, 0, 2, 0])
  }

  @Test func `what the person says of all rows goes before what the file says`() throws {
    let store = try Store.blues()
    var said = try request("[set]\ncountry = 'ES'\nnote = 'file'")
    said.country = CountryCode("FR")
    said.defaults = [.init(field: "note", value: "said")]
    try store.importContacts(csv([["company"], ["Aqua"]]), said)
    let known = try store.contacts.all()[0].known
    #expect(known[.country] == "FR")
    #expect(known[.note] == "said")
  }

  @Test func `a list of the plan is mapped by a file too`() throws {
    let store = try Store.blues()
    let list = csv([["Nr", "Was", "Bis"], ["MS9", "Titel: Ends", "31.03.2021"]])
    let outcome = try store.importList(
      .milestones, list,
      request(
        """
        [columns]
        Nr = "code"
        Was = { field = "title", strip = "Titel:" }
        Bis = { field = "due", dates = "auto" }
        """))
    #expect(outcome.counts == [1, 1, 0, 0, 0])
    let code = try MilestoneCode("MS9")
    let made = try #require(try store.milestones.all().first { $0.code == code })
    #expect(made.title == "Ends")
  }

  @Test func `our own export's guards are taken off, another list's apostrophes are not`() throws {
    let rows = [["Aqua", "'=1+1", "'note"], ["Bora", "''@x", "'+34 949"]]
    for (isOurs, notes) in [
      (true, ["=1+1", "'@x"]), (false, ["'=1+1", "''@x"]),
    ] {
      let store = try Store.blues()
      let header = ["organisation", "note", isOurs ? "blues_id" : "other"]
      try store.importContacts(csv([header] + rows), .test(unmapped: .keep))
      #expect(try store.contacts.all().map { $0.known[.note] ?? "" } == notes)
    }
  }
}
