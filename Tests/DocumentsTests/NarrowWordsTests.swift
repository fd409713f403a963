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
    #expect(
      WrappedCell.lines("helene.delmas@example.org", width: 12)
        == ["helene.", "delmas@", "example.org"])
  }

  @Test func `a column leaves before the heading of another is divided`() {
    let table = Table(
      noun: "x",
      columns: [
        Column("batch", "Batch", rank: .key), Column("file", "List", rank: .main),
        Column("created", "Created"), Column("unchanged", "Unchanged"),
        Column("rejected", "Rejected"),
      ], rows: [[.integer(11), .text("members.csv"), .integer(8), .integer(0), .integer(1)]])
    #expect(
      Document(schema: "x", blocks: [.table(table)]).written(.text, width: 30) == """
        Batch  List         Created
           11  members.csv        8
        Not shown: Unchanged, Rejected

        """)
  }

  @Test func `headings of columns that cannot leave are divided, and not cut`() {
    let table = Table(
      noun: "x",
      columns: [
        Column("requested", "Requested", rank: .key),
        Column("deductions", "Deductions", rank: .key),
      ], rows: [[.integer(1), .integer(2)]])
    #expect(
      Document(schema: "x", blocks: [.table(table)]).written(.text, width: 12)
        == "       Dedu-\nRequ-  ctio-\nested     ns\n    1      2\n")
  }

  @Test func `a column leaves before an e-mail address or that of a page is broken`() {
    for address in ["maelle.aigoual@example.org", "https://example.org/a/b/c/d"] {
      let table = Table(
        noun: "x",
        columns: [Column("id", "Id", rank: .key), Column("at", "At"), Column("city", "Town")],
        rows: [[.text("C1"), .text(address), .text("Some town with a name")]])
      #expect(
        Document(schema: "x", blocks: [.table(table)]).written(.text, width: 40)
          == "Id  At\nC1  \(address)\nNot shown: Town\n")
    }
  }

  @Test func `an address breaks at its joints where its column cannot leave`() {
    let table = Table(
      noun: "x", columns: [Column("id", "Id", rank: .key), Column("at", "At", rank: .main)],
      rows: [[.text("C1"), .text("helene.delmas@example.org")]])
    #expect(
      Document(schema: "x", blocks: [.table(table)]).written(.text, width: 16)
        == "Id  At\nC1  helene.\n    delmas@\n    example.org\n")
  }

  @Test func `a word of a heading is divided, and cut where a column has hardly a sign`() {
    #expect(WrappedCell.heading("Subcontracting", width: 6) == ["Subco-", "ntrac-", "ting"])
    #expect(WrappedCell.heading("Unchanged", width: 4) == ["Unc-", "han-", "ged"])
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
