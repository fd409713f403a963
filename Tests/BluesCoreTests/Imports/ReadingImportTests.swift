import Basics
import Testing

@testable import BluesCore

/// Lists of readings of indicators.
@Suite struct `Lists of readings` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.indicators.add(.init("I1"), ["title": "Visits"])
  }

  private func take(_ rows: [[String]], _ decimal: DecimalSign? = nil) throws -> Imported {
    var request = ImportRequest(fileName: "readings.csv")
    request.decimal = decimal
    return try store.importList(.readings, csv([["indicator", "on", "value"]] + rows), request)
  }

  private func values() throws -> [String] {
    try store.indicators.readings(.init("I1")).map(\.text)
  }

  @Test func `have the decimal sign of their column`() throws {
    let taken = try take([
      ["I1", "2020-05-04", "1.234"], ["I1", "2020-05-05", "7,5"], ["I1", "2020-05-06", "many"],
    ])
    #expect(taken.counts == [3, 3, 0, 0, 0])
    #expect(taken.outcome.reading.last == "value read with a decimal comma, as in 1.234,50")
    #expect(try values() == ["1234", "7.5", "many"])
  }

  @Test func `are asked for the sign where their column leaves it open`() throws {
    let rows = [["I1", "2020-05-04", "1,125"], ["I1", "2020-05-05", "12000 EUR"]]
    #expect(throws: AmountProblem.open("value", "1,125")) { try take(rows) }
    #expect(
      try take(rows, .comma).rejected.map(\.reason)
        == ["1,125 has three decimals: its column is read with a decimal comma."])
    #expect(try take(rows, .point).counts == [2, 1, 0, 1, 0])
    #expect(try values() == ["1125", "12000 EUR"])
  }
}
