import Testing

@testable import Documents

@Suite struct `Tables of money on a narrow terminal` {
  /// Findings, each with the command that mends it.
  private static let findings = Table(
    noun: "findings",
    columns: [
      Column("code", "No", rank: .key), Column("partner", "Partner"),
      Column("message", "Finding", rank: .main),
      Column("command", "To mend it", kind: .form("command")),
    ],
    rows: [
      [
        .text("K3"), .text("NP"), .text("NP has no budget for support to third parties."),
        .text("blues partner cost set K3 --category D.3"),
      ],
      [
        .text("K9"), .text("AV"), .text("It has no receipt."),
        .text("blues partner cost set K9 --evidence FILE"),
      ],
    ])

  private func text(_ table: Table, _ width: Int) -> String {
    Document(schema: "x/1", blocks: [.table(table)]).written(.text, width: width)
  }

  @Test func `words are broken into lines, and a command stays whole beside them`() {
    #expect(
      text(Self.findings, 80) == """
        No  Partner  Finding                   To mend it
        K3  NP       NP has no budget for      blues partner cost set K3 --category D.3
                     support to third
                     parties.
        K9  AV       It has no receipt.        blues partner cost set K9 --evidence FILE

        """)
  }

  @Test func `a command for which there is no room has a line of its own`() {
    #expect(
      text(Self.findings, 54) == """
        No          K3
        Partner     NP
        Finding     NP has no budget for support to third
                    parties.
        To mend it  blues partner cost set K3 --category D.3

        No          K9
        Partner     AV
        Finding     It has no receipt.
        To mend it  blues partner cost set K9 --evidence FILE

        """)
  }

  /// A budget with more columns than a terminal has room for.
  private static let budget = Table(
    noun: "partners",
    columns: [
      Column("partner", "Partner", rank: .key), Column("budget", "Budget", kind: .amount),
      Column("declared", "Declared", kind: .amount),
      Column("committed", "Committed", kind: .amount, rank: .usual),
      Column("estimated", "Estimated", kind: .amount, rank: .usual),
      Column("trend", "Trend", kind: .amount, rank: .minor),
      Column("used", "Used %", kind: .number),
    ],
    rows: [
      [
        .text("NP"), eur(17_124_000), eur(315_481), eur(0), eur(900_000), eur(542_627),
        .decimal("1.9"),
      ],
      [.text("AV"), eur(9_999_950), eur(0), eur(0), eur(0), eur(0), .decimal("0")],
    ],
    total: [
      .text("Total"), eur(27_123_950), eur(315_481), eur(0), eur(900_000), eur(542_627),
      .decimal("1.16"),
    ])

  private static func eur(_ cents: Int) -> Cell { .money(cents: cents, currency: "EUR") }

  @Test func `the currency of all amounts is told once, where that makes room`() {
    #expect(
      text(Self.budget, 78) == """
        Amounts in EUR.
        Partner     Budget  Declared  Committed  Estimated    Trend  Used %
        NP       171240.00   3154.81       0.00    9000.00  5426.27    1.90
        AV        99999.50      0.00       0.00       0.00     0.00    0.00
        ───────  ─────────  ────────  ─────────  ─────────  ───────  ──────
        Total    271239.50   3154.81       0.00    9000.00  5426.27    1.16

        """)
    #expect(text(Self.budget, 120).contains("171240.00 EUR"))
  }

  @Test func `the lowest leave first, of equals one of nothing but zeros`() {
    let lines = text(Self.budget, 48).split(separator: "\n").map(String.init)
    #expect(lines.last == "Not shown: Committed, Trend")
    #expect(lines[2] == "NP       171240.00   3154.81    9000.00    1.90")
  }

  @Test func `amounts in two currencies keep them`() {
    let table = Table(
      noun: "x", columns: [Column("a", "Amount of the grant"), Column("b", "B")],
      rows: [
        [.money(cents: 123_456, currency: "EUR"), .integer(7)],
        [.money(cents: 100, currency: "CZK"), .integer(8)],
      ])
    #expect(
      text(table, 15) == """
           Amount of
           the grant  B
         1234.56 EUR  7
            1.00 CZK  8

        """)
  }

  @Test func `a column of decimals has as many of them in every row`() {
    let table = Table(
      noun: "x",
      columns: [Column("a", "A"), Column("b", "B"), Column("c", "C"), Column("d", "D")],
      rows: [
        [.decimal("0"), .decimal("25.6"), .integer(24), .decimal("7")],
        [.decimal("1.9"), .decimal("25.453333"), .decimal("1.5"), .decimal("8")],
        [.decimal("58.14"), .empty, .empty, .empty],
      ], total: [.decimal("-3"), .empty, .empty, .decimal("15")])
    #expect(
      text(table, 80) == """
            A          B    C   D
         0.00       25.6   24   7
         1.90  25.453333  1.5   8
        58.14
        ─────  ─────────  ───  ──
        -3.00                  15

        """)
    let page = Document(schema: "x/1", blocks: [.table(table)])
    #expect(page.written(.csv).hasPrefix("a,b,c,d\n0,25.6,24,7\n1.9,"))
    #expect(page.written(.markdown).contains("| 1.90 |"))
  }

  @Test(
    arguments: [
      ("one two three", 7, nil, ["one two", "three"]),
      ("extraordinary", 5, nil, ["extra", "ordin", "ary"]),
      ("one two three four", 5, 2, ["one", "two …"]), ("one", 5, 1, ["one"]), ("", 5, nil, [""]),
    ] as [(String, Int, Int?, [String])])
  func `a cell is broken at blanks, and a longer word where its column ends`(
    text: String, width: Int, limit: Int?, lines: [String]
  ) {
    #expect(WrappedCell.lines(text, width: width, limit: limit) == lines)
  }
}
