import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Days of a column` {
  private func days(_ cells: [String], order: DateOrder? = nil) throws -> ([String], [String]) {
    let text = "on;n\n" + cells.map { "\($0);1\n" }.joined()
    let reader = try RowReader(
      source: .bytes(Array(text.utf8)),
      options: ReadingOptions(encoding: .utf8, delimiter: 0x3B, hasHeader: false))
    var days = try ListedDays([0], reader, order: order)
    return (cells.map { days.read($0, 0) }, days.remarks)
  }

  @Test func `are read in the order that one of them leaves no doubt of`() throws {
    let (read, remarks) = try days(["05.06.2020", "31.05.2020", "01.02.2020", "04.04.2020"])
    #expect(read == ["2020-06-05", "2020-05-31", "2020-02-01", "2020-04-04"])
    #expect(
      remarks == [
        "2 dates read as day, month, year, the only possible order",
        "2 dates read as day, month, year, like the others of the column",
      ])
    #expect(
      try days(["05/06/2020", "05/31/2020"]).0 == ["2020-05-06", "2020-05-31"])
  }

  @Test func `stay in doubt where none settles it, or two say otherwise`() throws {
    #expect(try days(["05.06.2020", "01.02.2020"]).0 == ["05.06.2020", "01.02.2020"])
    #expect(try days(["04.04.2020", "01.02.2020"]).0 == ["2020-04-04", "01.02.2020"])
    #expect(
      try days(["05/06/2020", "05/31/2020", "31/05/2020"]).0
        == ["05/06/2020", "2020-05-31", "2020-05-31"])
  }

  @Test func `may have a space after each point`() throws {
    #expect(try days(["4. 5. 2020", "31. 5. 2020"]).0 == ["2020-05-04", "2020-05-31"])
    #expect(try days(["4. 5. 2020 10:15"], order: .dmy).0 == ["2020-05-04"])
    #expect(try days(["4 .5. 2020", "31. 5. 20 20"]).0 == ["4 .5. 2020", "31. 5. 20 20"])
  }

  @Test func `are read in the order that is said`() throws {
    #expect(try days(["05.06.2020"], order: .dmy).0 == ["2020-06-05"])
    #expect(try days(["05.06.2020", "31.05.2020"], order: .mdy).0 == ["2020-05-06", "31.05.2020"])
  }

  @Test func `of a list of costs are settled for all its rows`() throws {
    let store = try Store.blues()
    let imported = try store.importList(
      .costs,
      """
      Partner;Category;WP;Date;Paid;Description;Amount
      NP;D.1;WP1;05.06.2020;06.05.2020;Hotel;100.00
      NP;D.1;WP1;31.05.2020;07.05.2020;Train;12.50
      """, delimiter: 0x3B)
    #expect(imported.counts == [2, 0, 0, 0, 2])
    #expect(imported.rejected.map(\.reason) == Array(repeating: Self.doubt, count: 2))
    #expect(imported.rejected.map(\.column) == [5, 5])
    let order = try store.importList(
      .costs,
      """
      Partner;Category;WP;Date;Description;Amount
      NP;D.1;WP1;05.06.2020;Hotel;100.00
      NP;D.1;WP1;31.05.2020;Train;12.50
      """, delimiter: 0x3B)
    #expect(order.counts == [2, 2, 0, 0, 0])
    #expect(try store.costs.all().map(\.incurredOn?.iso) == ["2020-06-05", "2020-05-31"])
  }

  private static let doubt = "It can be two dates; add --date-order dmy or mdy."
}
