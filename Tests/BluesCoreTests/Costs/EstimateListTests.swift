import Basics
import Testing

@testable import BluesCore

/// Lists of estimates with a column for each month.
@Suite struct `Estimates with a column for each month` {
  let store: Store

  init() throws { store = try Store.blues(on: "2020-11-30") }

  private func take(_ text: String, decimal: DecimalSign? = nil) throws -> Imported {
    var request = ImportRequest(fileName: "estimates.csv")
    request.decimal = decimal
    return try store.importList(
      .estimates(store.project.overview().project), text, request, delimiter: 0x3B)
  }

  private func listed() throws -> [String] {
    try store.estimates.all().map {
      "\($0.partner) \($0.category) \($0.month?.iso ?? "") \($0.amount ?? 0)"
    }
  }

  private static let wide = """
    Partner;Category;2020-12;2021-01;Note
    NP;D.1;500,00;1.200,50;Fair
    AV;Travel;;300,00;
    """

  @Test func `each cell is an estimate, and the same list again changes nothing`() throws {
    #expect(try take(Self.wide).counts == [2, 2, 0, 0, 0])
    #expect(
      try listed() == [
        "NP D.1 2020-12-01 50000", "NP D.1 2021-01-01 120050", "AV D.1 2021-01-01 30000",
      ])
    #expect(try store.estimates.all().map(\.note) == ["Fair", "Fair", nil])
    let before = try store.dump()
    #expect(try take(Self.wide).counts == [2, 0, 0, 2, 0])
    #expect(try store.dump() == before)
    #expect(try take(Self.wide.replacing("1.200,50", with: "1.300,50")).counts == [2, 0, 1, 1, 0])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try listed() == [])
  }

  @Test(
    arguments: [
      "2021-03", "2021/03", "03/2021", "3/2021", "03.2021", "2021-03-01", "01.03.2021", "Mar 2021",
      "Mar-21", "March 2021", "2021 March", "März 2021", "mär. 2021", "mars 2021", "marzo 2021",
      "marzec 2021", "březen 2021", "bře 21",
    ])
  func `a month is known in six languages`(heading: String) throws {
    let taken = try take("Partner;Category;\(heading)\nNP;D.1;5\n")
    #expect(taken.counts == [1, 1, 0, 0, 0])
    #expect(try listed() == ["NP D.1 2021-03-01 500"])
  }

  @Test(
    arguments: [
      ("červen 2021", "2021-06-01"), ("červenec 2021", "2021-07-01"), ("juil. 2021", "2021-07-01"),
      ("juin 2021", "2021-06-01"), ("listopad 2021", "2021-11-01"), ("lip 2021", "2021-07-01"),
      ("dic 2021", "2021-12-01"), ("okt 21", "2021-10-01"), ("2020-01", "2020-01-01"),
      ("2022-03", "2022-03-01"),
    ])
  func `names that begin alike are told apart`(heading: String, month: String) throws {
    #expect(try take("Partner;Category;\(heading)\nNP;D.1;5\n").counts == [1, 1, 0, 0, 0])
    #expect(try listed() == ["NP D.1 \(month) 500"])
  }

  @Test func `a column of sums is compared, and a row is taken whole or not at all`() throws {
    let taken = try take(
      """
      Partner;Category;12/2020;01/2021;Total
      NP;D.1;500;300;800
      NP;D.3;500;300;900
      NP;D.1;500;301;801
      NP;E;1;2;3
      """)
    #expect(taken.counts == [4, 1, 0, 0, 3])
    #expect(
      taken.rejected.map { "\($0.line) \($0.column) \($0.reason)" } == [
        "3 5 The months add up to 800.00, not to 900.00.",
        "4 4 Line 2 is of the same estimate, with another value in amount. Add them up in one row.",
        "5 2 Indirect costs are not typed in: they are a flat rate on the direct costs.",
      ])
    #expect(try listed() == ["NP D.1 2020-12-01 50000", "NP D.1 2021-01-01 30000"])
  }

  @Test func `a row for each estimate is still read, its month as people write it`() throws {
    let taken = try take("Partner;Category;Month;Amount\nNP;D.1;Nov 2020;500\nNP;D.1;12/2020;5\n")
    #expect(taken.counts == [2, 2, 0, 0, 0])
    #expect(try listed() == ["NP D.1 2020-11-01 50000", "NP D.1 2020-12-01 500"])
  }
}
