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
