import Testing

@testable import Documents

@Suite struct `Words on a narrow terminal` {
  @Test func `an address is whole, and breaks where it has joints`() {
    let address = "https://example.eu/a-rather-long-way/to/the-page"
    #expect(
      WrappedCell.lines("Cluster, project, \(address)", width: 20, limit: 2) == [
        "Cluster, project,", "https://example.eu/", "a-rather-long-way/", "to/the-page",
      ])
    #expect(WrappedCell.lines("one two three four", width: 5, limit: 2) == ["one", "two …"])
    #expect(WrappedCell.lines("not-in-budget,", width: 12) == ["not-in-", "budget,"])
    #expect(WrappedCell.lines("abcdefgh", width: 3) == ["abc", "def", "gh"])
  }

  @Test func `a word of a heading is divided, and cut where two lines do not hold it`() {
    #expect(WrappedCell.heading("Deviation", width: 7) == ["Deviat-", "ion"])
    #expect(WrappedCell.heading("Which is", width: 5) == ["Which", "is"])
    #expect(WrappedCell.heading("Currency", width: 3) == ["Cu…"])
    #expect(WrappedCell.heading("Partner", width: 6) == ["Partn-", "er"])
    #expect(WrappedCell.heading("Partner", width: 1) == ["…"])
  }

  @Test func `the detail of a meter that finds no room stands below`() {
    let meters = [Meter("Exchanges", value: 12, target: 50, detail: "3 under way, 4 drafted")]
    #expect(
      TextMeters.lines(meters, width: 40, ink: Ink(isColoured: false)) == [
        "Exchanges  [██--------] 12 of 50", "           3 under way, 4 drafted",
      ])
    #expect(
      TextMeters.lines(meters, width: nil, ink: Ink(isColoured: false)) == [
        "Exchanges  [██--------] 12 of 50  3 under way, 4 drafted"
      ])
  }
}
