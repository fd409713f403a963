import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Lists without headings` {
  private static let hint =
    "write a row of headings above it, or say what each column is: --no-header --map 1=FIELD "
    + "--map 2=FIELD; fields: "

  @Test(arguments: [
    (["NP", "D.1", "2020-05-14", "Train", "120.00"], "a date, \"2020-05-14\""),
    (["NP", "D.1", "14.05.2020", "Train", "120.00"], "a date, \"14.05.2020\""),
    (["NP", "D.1", "soon", "Train", "1.200,50 EUR"], "an amount, \"1.200,50 EUR\""),
  ])
  func `of costs are told with the way out`(row: [String], found: String) throws {
    let problem = #expect(throws: MappingProblem.self) {
      try Store.blues().importList(CostLine.register.list, csv([row, row]))
    }
    #expect(
      problem?.message
        == "The list seems to have no row of headings: its first row has \(found).")
    #expect(problem?.hint?.hasPrefix(Self.hint + "code, partner, category") == true)
  }

  @Test func `of hours are told with the way out`() throws {
    let store = try Store.withStaff()
    let rows = [["NP-1", "2020-05-04", "WP1", "7.5"], ["NP-1", "2020-05-05", "WP1", "8"]]
    let problem = #expect(throws: MappingProblem.self) { try store.importHours(csv(rows)) }
    #expect(
      problem?.message
        == "The list seems to have no row of headings: its first row has a date, \"2020-05-04\".")
    #expect(problem?.hint?.hasPrefix(Self.hint + "person, date, month") == true)
  }

  @Test func `of contacts are told without the address`() throws {
    #expect(HeadlessList.sign(in: ["Alfa", "info@example.org"]) == "an e-mail address")
    #expect(HeadlessList.sign(in: ["Alfa", "7:30"]) == "a time, \"7:30\"")
    #expect(HeadlessList.sign(in: ["Name", "2020", "D.1", "1", "Total 12.5", "A.B"]) == nil)
  }

  @Test(arguments: [
    ("+420 776 555 100", "a telephone number"), ("https://example.org", "a web address, "),
    ("16.6025111", "an amount, \"16.6025111\""), ("+1", nil), ("Stav 2020.125", nil),
  ])
  func `are told by what no heading is`(cell: String, sign: String?) {
    let found = HeadlessList.sign(in: ["Alfa", cell])
    #expect(sign == nil ? found == nil : found?.hasPrefix(sign ?? "") == true)
  }

  @Test func `lose no row where columns are said by their numbers`() throws {
    let list = csv([["Firma A", "a@example.org", "Praha"], ["Firma B", "b@example.org", "Brno"]])
    var request = ImportRequest.test(map: ["1=organisation"], unmapped: .ignore)
    let problem = #expect(throws: MappingProblem.self) {
      try Store.blues().importContacts(list, request)
    }
    #expect(
      problem?.message
        == "The list seems to have no row of headings: its first row has an e-mail address.")
    #expect(
      problem?.hint
        == "--no-header takes the first row as one of the list; --header-line 1 takes it for "
        + "headings, and leaves it out")
    request.isHeadingSaid = true
    #expect(try Store.blues().importContacts(list, request).outcome.created == 1)
    #expect(try Store.blues().importContacts(list, request, header: false).outcome.created == 2)
    let named = csv([["Firma", "web", "info@example.org"], ["B", "w", "b@example.org"]])
    let byName = ImportRequest.test(map: ["Firma=organisation"], unmapped: .ignore)
    #expect(try Store.blues().importContacts(named, byName).outcome.created == 1)
  }

  @Test func `are told before an import`() throws {
    let list = csv([["Firma A", "a@example.org", "Praha"], ["Firma B", "b@example.org", "Brno"]])
    let reader = try RowReader(source: .bytes(Array(list.utf8)))
    #expect(
      try Inspection(reader, limit: nil).findings(of: reader).map { "\($0.line): \($0.message)" }
        == [
          "1: The list seems to have no row of headings: its first row has an e-mail address. "
            + "--no-header takes it as a row."
        ])
  }

  @Test func `are read by the numbers of their columns`() throws {
    let request = ImportRequest.test(
      map: ["1=partner", "2=category", "3=incurred_on", "4=description", "5=amount"])
    let reader = try RowReader(
      source: .bytes(Array(csv([["NP", "D.1", "2020-05-14", "Train", "120.00"]]).utf8)),
      options: ReadingOptions(hasHeader: false))
    let outcome = try Store.blues().recordImport.run(
      CostLine.register.list, reader, request, rejects: RejectedRows())
    #expect(outcome.created == 1)
  }
}
