import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Mapping files` {
  static let text = MappingFileTexts.all

  func file(_ text: String) throws -> MappingFile {
    try MappingFile(text: Array(text.utf8), name: "es.toml")
  }

  /// The message and hint of what is wrong with a file, perhaps with a list.
  func problem(_ text: String, _ header: [String] = ["a"], _ rows: [[String]] = []) -> [String?] {
    do {
      _ = try settle(header, rows, text)
      return []
    } catch let problem as MappingFileProblem {
      return [problem.message, problem.hint]
    } catch {
      return ["\(error)"]
    }
  }

  func settle(
    _ header: [String], _ rows: [[String]] = [], _ text: String,
    _ request: ImportRequest = .test()
  ) throws -> Mapping {
    var request = request
    request.file = try file(text)
    return try Mapping.settle(
      header: header, width: header.count, fields: ContactHeadings.fields, request: request,
      sample: rows, known: ContactHeadings.known)
  }

  @Test func `everything a file may say is read`() throws {
    let file = try file(Self.text)
    #expect(file.source == "members-es")
    #expect(file.encoding == .windows1252)
    #expect(file.delimiter == 0x09)
    #expect(file.hasHeader == false)
    #expect(file.sheet == "Hoja 2")
    #expect(file.unmapped == .keep)
    #expect(file.set == [.init(field: "country", value: "ES")])
    let rules = Dictionary(uniqueKeysWithValues: file.columns.map { ($0.heading, $0) })
    #expect(rules["Razón social"]?.target == .field("organisation"))
    #expect(rules["Ansprechpartner"]?.target == .fields(["given_name", "family_name", "name"]))
    #expect(
      rules["Ansprechpartner"]?.transformation?.step == .name(NameSplit(.familyCommaGiven)))
    #expect(
      rules["Telefon"]?.transformation?.step == .parts(CellSplit(separator: "/", count: 2)))
    #expect(rules["Typ \"x\""]?.transformation?.strip == PrefixStrip("Typ: "))
    #expect(rules["Datum"]?.transformation?.step == .dates(DateColumn(order: .dmy)))
    #expect(rules["Intern"]?.target == .ignored)
    #expect(rules["Halle"]?.target == .kept)
  }

  @Test(arguments: [
    ("sorce = 'x'", "es.toml:1: unknown setting: sorce."),
    ("\nencoding = 'utf-9'", "es.toml:2: unknown encoding: utf-9."),
    ("header = 'no'", "es.toml:1: header: expected true or false."),
    (
      "unmapped = 'drop'",
      "es.toml:1: unmapped: expected unmapped to be one of \"refuse\", \"ignore\", \"keep\"."
    ),
    ("delimiter = 'ab'", "es.toml:1: delimiter: expected one character, or tab."),
    ("source = 3", "es.toml:1: source: expected a text in quotes."),
    ("columns = 3", "es.toml:1: columns: expected lines such as \"Heading\" = \"field\"."),
    ("[set]\ncountry = 'Spian'", "es.toml:2: unknown country: Spian."),
    ("[set]\nnotiz = 'x'", "es.toml:2: unknown field: notiz."),
    ("[set]\nnote = 1", "es.toml:2: note: expected a text in quotes."),
    (
      "[columns]\n'a' = 3",
      "es.toml:2: column \"a\": expected a field, \"keep\", \"ignore\", or { field = … }."
    ),
    ("[columns]\na = { feld = 'x' }", "es.toml:2: column \"a\": unknown setting: feld."),
    (
      "[columns]\na = { field = 'note', values = { x = 1 } }",
      "es.toml:2: column \"a\": expected values = { \"word in the list\" = \"value\" }."
    ),
    (
      "[columns]\na = { strip = 'x' }",
      "es.toml:2: column \"a\": expected field = \"…\" or fields = [ … ]."
    ),
    (
      "[columns]\na = { field = 'email', split = 'given family' }",
      "es.toml:2: column \"a\": expected split with field = \"name\" alone."
    ),
    (
      "[columns]\na = { field = 'name', split = 'given' }",
      "es.toml:2: a: expected split to be one of \"given family\", \"family given\", "
        + "\"family, given\", \"given family family\", \"family family given\"."
    ),
    (
      "[columns]\na = { fields = ['phone', 'fax'] }",
      "es.toml:2: column \"a\": expected separator = \"/\" or what else separates the values."
    ),
    (
      "[columns]\na = { fields = ['phone'], separator = '/' }",
      "es.toml:2: column \"a\": expected fields to be two names or more, "
        + "such as [\"phone\", \"mobile\"]."
    ),
    (
      "[columns]\na = { fields = ['phone', 'phone'], separator = '/' }",
      "es.toml:2: column \"a\": expected fields to be two names or more, "
        + "such as [\"phone\", \"mobile\"]."
    ),
    ("[columns]\nx = 1\nx = 2", "es.toml:3: column 1: x is already set in line 2."),
    ("[columns]\na = 'emial'", "es.toml:2: unknown field: emial."),
    ("[columns]\nEmpressa = 'email'", "es.toml:2: the list has no column \"Empressa\"."),
    ("[columns]\na = 'email'\n1 = 'phone'", "es.toml:3: \"a\" is the same column of the list."),
  ])
  func `what a file may not say is told with its line`(text: String, message: String) {
    let found = problem(text).first ?? nil
    #expect(found == message)
  }

  @Test func `the nearest word is offered`() {
    #expect(problem("sorce = 'x'")[1]?.hasPrefix("did you mean source? known: source, ") == true)
    #expect(problem("[columns]\na = 'emial'")[1]?.hasPrefix("did you mean email? ") == true)
    #expect(
      problem("[columns]\nEmpressa = 'email'", ["Empresa", "b"])[1]
        == "did you mean Empresa? known: Empresa, b")
    #expect(problem("[columns]\na = { feld = 'x' }")[1]?.hasPrefix("did you mean field?") == true)
  }

  @Test func `text that is not UTF-8, or has a NUL byte, is refused`() {
    for bytes: [UInt8] in [[0x23, 0xFF], [0x23, 0x00]] {
      #expect(throws: MappingFileProblem(message: "es.toml: the file is not UTF-8 text.")) {
        try MappingFile(text: bytes, name: "es.toml")
      }
    }
  }

  @Test func `the command line goes before the file, the file before headings`() throws {
    let text = "[columns]\nFirma = 'short_name'\nb = 'email'\n3 = 'keep'"
    let mapping = try settle(["Firma", "b", "Ort"], [], text)
    #expect(mapping.columns.map(\.target) == [.field("short_name"), .field("email"), .kept])
    #expect(mapping.columns.allSatisfy { $0.reason == .file("es.toml") })
    let request = ImportRequest.test(map: ["Ort=email"], unmapped: .keep)
    let said = try settle(["Firma", "b", "Ort"], [], text, request)
    #expect(said.columns.map(\.target) == [.field("short_name"), .kept, .field("email")])
    #expect(said.columns.map(\.reason) == [.file("es.toml"), .noField, .said])
  }

  @Test func `dates whose order the cells do not tell are refused with both readings`() throws {
    let text = "[columns]\nDatum = { field = 'note', dates = 'auto' }"
    #expect(
      problem(text, ["Datum"], [["03.04.2018"]]) == [
        "es.toml:2: each of the first dates can be read as day, month, year and as month, day, "
          + "year.", "write dates = \"dmy\" or dates = \"mdy\"",
      ])
    let mapping = try settle(["Datum"], [["03.04.2018"], ["25.04.2018"]], text)
    #expect(mapping.columns[0].transformation?.step == .dates(DateColumn(order: .dmy)))
  }

  @Test func `what is written is read as the same`() throws {
    let first = try file(Self.text)
    let day = try #require(Day(iso: "2021-03-31"))
    let written = first.toml(list: "socios \"1\"\n.csv", on: day)
    let again = try file(written)
    #expect(again.toml(list: "x", on: day) == first.toml(list: "x", on: day))
    #expect(again.columns == first.columns)
    #expect(written.hasPrefix("# How \"socios \\\"1\\\"\\n.csv\" is read and mapped; made by "))
  }

  @Test func `hostile headings survive being written and read`() throws {
    let headings = ["a\"b\\c", "d\ne\tf", "\u{202E}g", "é", "e\u{301}", "= # [x]", "名", "\u{1}"]
    let mapping = try settle(headings, [], "unmapped = 'keep'", .test(unmapped: .keep))
    let day = try #require(Day(iso: "2021-03-31"))
    let text = MappingFile(mapping, .test(unmapped: .keep), ReadingOptions())
      .toml(list: "l", on: day)
    let again = try file(text)
    #expect(
      Set(again.columns.map { Array($0.heading.utf8) })
        == Set(headings.map { Array(InvisibleSign.plain($0).utf8) }))
    #expect(try settle(headings, [], text).columns.allSatisfy { $0.target == .kept })
  }

  @Test func `a column without a heading of its own is written by number`() throws {
    let request = ImportRequest.test(map: ["1=phone", "3=fax"], unmapped: .ignore)
    let mapping = try Mapping.settle(
      header: ["tel", "", "tel"] + Mapping.ownHeadings, width: 7, fields: ContactHeadings.fields,
      request: request, known: ContactHeadings.known)
    let file = MappingFile(mapping, request, ReadingOptions(hasHeader: true))
    #expect(file.columns.map(\.heading) == ["1", "2", "3"])
    #expect(file.columns.map(\.target) == [.field("phone"), .ignored, .field("fax")])
    #expect(file.columns.map(\.remark) == ["as given", nil, "as given"])
  }
}
