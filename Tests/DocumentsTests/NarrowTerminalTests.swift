import Basics
import Testing

@testable import Documents

@Suite struct `Narrow terminals` {
  @Test(arguments: [30, 40, 60, 80])
  func `a report fits, and a table of every kind of cell`(width: Int) {
    let lines = Sample.report.written(.text, width: width).split(separator: "\n")
    #expect(lines.filter { DisplayWidth.of(String($0)) > width } == [])
  }

  @Test func `columns that cannot stand beside each other stand below each other`() {
    let document = Document(schema: "x/1", blocks: [.table(Sample.deliverables)])
    #expect(
      document.written(.text, width: 40) == """
        Amounts in EUR.
        Code  Due                Cost  State
        D1.1  2020-07-31       415.00  late
        D1.2              -1234567.89  done
        Not shown: Title, Pages, Partners

        """)
    #expect(
      document.written(.text, width: 30) == """
        Code      D1.1
        Title     Guide for hosts,
                  first edition
        Due       2020-07-31
        Cost      415.00 EUR
        Pages     24
        Partners  UNI, ACME
        State     late

        Code      D1.2
        Title     Déjà vu
        Due
        Cost      -1234567.89 EUR
        Pages     1.5
        Partners
        State     done

        """)
  }

  @Test(arguments: [40, 60, 80])
  func `a code and a word of a closed list are whole or not there`(width: Int) {
    let words = ["communication", "press-release"]
    let table = Table(
      noun: "x",
      columns: [
        Column("code", "No", rank: .key), Column("title", "Activity", rank: .main),
        Column("type", "Type", kind: .word(words)), Column("kind", "Kind", kind: .form("code")),
        Column("partner", "Partner", kind: .form("partner")),
      ],
      rows: [
        [
          .text("A1"), .text("An article on the exchanges in five countries and their hosts"),
          .text(words[0]), .text(words[1]), .text("AQUA-VALLEY-MONTPELLIER"),
        ]
      ])
    let text = Document(schema: "x/1", blocks: [.table(table)]).written(.text, width: width)
    let line = text.split(separator: "\n")[1]
    #expect(line.hasPrefix("A1  An article on"))
    for code in words + ["AQUA-VALLEY-MONTPELLIER"] {
      #expect(!line.contains(code.prefix(8)) || line.contains(code), "\(line)")
    }
  }

  /// A list with a column of every rank.
  private static let ranked = Table(
    noun: "x",
    columns: [
      Column("code", "No", rank: .key), Column("visitor", "Visitor", rank: .main),
      Column("country", "From", rank: .minor), Column("host", "Host"), Column("note", "Note"),
      Column("due", "Due", kind: .day), Column("state", "State"),
      Column("type", "Type", kind: .form("command")),
    ],
    rows: [
      [
        .text("EX-001"), .text("Aguas Lejanas Imaginadas S.L."), .text("ES"),
        .text("Plasmabrunnen Traumwerk"), .empty, .day("2021-03-12"),
        .state("9 days late", .bad), .text("pay EX-001"),
      ]
    ])

  @Test(arguments: [
    (
      120,
      """
      No      Visitor                        From  Host                     Note  Due         State        Type
      EX-001  Aguas Lejanas Imaginadas S.L.  ES    Plasmabrunnen Traumwerk        2021-03-12  9 days late  pay EX-001

      """
    ),
    (
      106,
      """
      No      Visitor                        From  Host                     Due         State        Type
      EX-001  Aguas Lejanas Imaginadas S.L.  ES    Plasmabrunnen Traumwerk  2021-03-12  9 days late  pay EX-001

      """
    ),
    (
      90,
      """
      No      Visitor               From  Host               Due         State        Type
      EX-001  Aguas Lejanas         ES    Plasmabrunnen      2021-03-12  9 days late  pay EX-001
              Imaginadas S.L.             Traumwerk

      """
    ),
    (
      80,
      """
      No      Visitor               Host           Due         State        Type
      EX-001  Aguas Lejanas         Plasmabrunnen  2021-03-12  9 days late  pay EX-001
              Imaginadas S.L.       Traumwerk
      Not shown: From

      """
    ),
    (
      60,
      """
      No      Visitor          Due         State        Type
      EX-001  Aguas Lejanas    2021-03-12  9 days late  pay EX-001
              Imaginadas S.L.
      Not shown: From, Host

      """
    ),
  ])
  func `empty columns leave first, then the lowest; codes, days, standings are whole`(
    width: Int, shown: String
  ) {
    let document = Document(schema: "x/1", blocks: [.table(Self.ranked)])
    #expect(document.written(.text, width: width) == shown)
  }

  @Test func `a column that was asked for stays`() throws {
    let listing = Listing(columns: ["country", "host", "code", "due"])
    let table = try listing.apply(to: Self.ranked)
    let document = Document(schema: "x/1", blocks: [.table(table)])
    #expect(
      document.written(.text, width: 40) == """
        From  Host            No      Due
        ES    Plasmabrunnen   EX-001  2021-03-12
              Traumwerk

        """)
  }

  @Test(arguments: [
    ("one two three", 9, "one two …"), ("one two three", 7, "one …"),
    ("one two three", 8, "one two…"),
    ("extraordinary thing", 9, "extraord…"), ("one extraordinary", 12, "one extraor…"),
    ("one", 3, "one"), ("one two", 0, ""),
  ])
  func `words are cut between words, unless little were left`(
    text: String, width: Int, cut: String
  ) {
    #expect(Wrapping.cut(text, to: width) == cut)
  }

  @Test func `a pipe never cuts and never turns a table`() {
    let table = Table(
      noun: "x", columns: (0..<40).map { Column("c\($0)", "Heading of column \($0)") },
      rows: [(0..<40).map { .text("value \($0) at some length") }])
    let lines = Document(schema: "x/1", blocks: [.table(table)]).written(.text)
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.map { $0.contains("…") } == [false, false])
  }

  @Test func `the heading of a column of figures gives way, the figures do not`() {
    let table = Table(
      noun: "x", columns: [Column("a", "Amount of the grant"), Column("b", "B")],
      rows: [[.money(cents: 123_456, currency: "EUR"), .integer(7)]])
    let document = Document(schema: "x/1", blocks: [.table(table)])
    #expect(
      document.written(.text, width: 15)
        == "Amounts in EUR.\n   Amount of\n   the grant  B\n     1234.56  7\n")
    #expect(
      document.written(.text, width: 11)
        == "Amounts in\nEUR.\n  Amount\n  of the\n   grant  B\n 1234.56  7\n")
  }

  @Test func `a long label of a fact gives way to its value`() {
    let facts = Facts([
      Fact("a", "Label that is longer than its share", .text("one two three four five")),
      Fact("b", "B", .empty),
    ])
    let document = Document(schema: "x/1", blocks: [.facts(facts)])
    #expect(
      document.written(.text, width: 30) == """
        Label that    one two three
        is longer     four five
        than its
        share
        B

        """)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("水", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2),
    ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🌡", 1), ("🈀", 2),
    ("〈", 2), ("\u{200B}", 0), ("\u{AD}", 0), ("ก็", 1), ("", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `padding and cutting count columns`() {
    #expect(DisplayWidth.padded("水", to: 5) == "水   ")
    #expect(DisplayWidth.padded("水", to: 5, .trailing) == "   水")
    #expect(DisplayWidth.cut("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(DisplayWidth.cut("ab", to: 2) == "ab")
    #expect(DisplayWidth.cut("ab", to: 0) == "")
  }
}
