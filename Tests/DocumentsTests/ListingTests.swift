import Documents
import Testing

@Suite struct `Listings` {
  struct Thing: Sendable {
    let code: String
    let name: String
    let cost: Cell
    let due: Cell
    let isOpen: Bool
    let tags: [String]
  }

  static let fields: [Field<Thing>] = [
    Field("code", "Code") { .text($0.code) },
    Field("name", "Name") { .text($0.name) },
    Field("cost", "Cost", alignment: .trailing) { $0.cost },
    Field("due", "Due") { $0.due },
    Field("is_open", "Open", shown: false) { .flag($0.isOpen) },
    Field("tags", "Tags") { .list($0.tags) },
  ]

  static let table = Table(
    noun: "good_things", emptySentence: "No things yet.", fields: fields,
    rows: [
      Thing(
        code: "D3.10", name: "Émile", cost: .decimal("10.50"), due: .day("2020-07-31"),
        isOpen: true, tags: ["Water", "nano"]),
      Thing(
        code: "D3.2", name: "zoe", cost: .integer(9), due: .empty, isOpen: false, tags: []),
      Thing(
        code: "D1.1", name: "Łódź", cost: .empty, due: .day("2020-08-01"), isOpen: true,
        tags: ["ict"]),
      Thing(
        code: "d2.1", name: "", cost: .integer(-100), due: .day("2019-12-31"), isOpen: false,
        tags: ["water"]),
    ])

  static func codes(sort: [String]) throws -> [String] {
    try Listing(sort: sort).apply(to: table).words("code")
  }

  static func codes(where texts: String...) throws -> [String] {
    var conditions: [Condition] = []
    for text in texts { conditions.append(try Condition(parsing: text)) }
    return try Listing(conditions: conditions).apply(to: table).words("code")
  }

  @Test(arguments: [
    ("code", ["D1.1", "d2.1", "D3.2", "D3.10"]), ("-code", ["D3.10", "D3.2", "d2.1", "D1.1"]),
    ("cost", ["d2.1", "D3.2", "D3.10", "D1.1"]), ("-cost", ["D3.10", "D3.2", "d2.1", "D1.1"]),
    ("due", ["d2.1", "D3.10", "D1.1", "D3.2"]), ("-due", ["D1.1", "D3.10", "d2.1", "D3.2"]),
    ("name", ["D3.10", "D1.1", "D3.2", "d2.1"]), ("IS-OPEN", ["D3.2", "d2.1", "D3.10", "D1.1"]),
  ])
  func `each kind has its order, and empty cells stand last`(sort: String, codes: [String]) throws {
    #expect(try Self.codes(sort: [sort]) == codes)
  }

  @Test func `later columns order what earlier ones leave equal`() throws {
    #expect(try Self.codes(sort: ["is_open", "-cost"]) == ["D3.2", "d2.1", "D3.10", "D1.1"])
  }

  @Test(arguments: [
    ("code=D2.1", ["d2.1"]), ("name~emil", ["D3.10"]), ("name ~ LODZ", ["D1.1"]),
    ("name=emile", []), ("name=", ["d2.1"]), ("name!=", ["D3.10", "D3.2", "D1.1"]),
    ("cost>9", ["D3.10"]), ("cost>=9", ["D3.10", "D3.2"]), ("cost=10.5", ["D3.10"]),
    ("cost!=9.00", ["D3.10", "D1.1", "d2.1"]), ("cost<0", ["d2.1"]), ("cost=", ["D1.1"]),
    ("due<2020-08-01", ["D3.10", "d2.1"]), ("due=2020-07", ["D3.10"]),
    ("due<=2020-07", ["D3.10", "d2.1"]), ("due>2019", ["D3.10", "D1.1"]),
    ("is_open=yes", ["D3.10", "D1.1"]), ("is_open!=true", ["D3.2", "d2.1"]),
    ("tags=water", ["D3.10", "d2.1"]), ("tags~an", ["D3.10"]), ("tags!=water", ["D3.2", "D1.1"]),
    ("code>=D3.2", ["D3.10", "D3.2"]),
  ])
  func `a condition keeps the rows that meet it`(text: String, codes: [String]) throws {
    #expect(try Self.codes(where: text) == codes)
  }

  @Test func `all conditions must be met`() throws {
    #expect(try Self.codes(where: "tags=water", "is_open=no") == ["d2.1"])
  }

  @Test func `a condition is read at its first relation`() throws {
    #expect(try Condition(parsing: "a<=b=c") == Condition(column: "a", .atMost, "b=c"))
    #expect(try Condition(parsing: " a != b ") == Condition(column: "a", .unequal, "b"))
    for text in ["", "due", "=x", " =x"] {
      #expect(throws: ListingProblem.malformedCondition(text)) { try Condition(parsing: text) }
    }
  }

  @Test func `columns come as asked, also those not shown`() throws {
    let listing = Listing(columns: ["is_open", "code"], sort: ["-cost"], limit: 1)
    let document = Document(schema: "x", blocks: [.table(try listing.apply(to: Self.table))])
    #expect(document.written(.text) == "Open  Code\nyes   D3.10\n")
    #expect(document.written(.csv) == "is_open,code\nyes,D3.10\n")
  }

  @Test func `a list that was emptied by a condition says so`() throws {
    let empty = try Listing(conditions: [Condition(column: "code", .equal, "x")])
      .apply(to: Self.table)
    #expect(empty.emptySentence == "No good things match.")
    let unasked = try Listing().apply(
      to: Table(noun: "a", emptySentence: "No a.", columns: [], rows: []))
    #expect(unasked.emptySentence == "No a.")
  }

  @Test func `an unknown column names the nearest`() {
    let known = ["code", "name", "cost", "due", "is_open", "tags"]
    let problem = ListingProblem.unknownColumn("cots", known: known, nearest: ["cost"])
    #expect(throws: problem) { try Self.codes(sort: ["cots"]) }
    #expect(problem.message == "Unknown column: cots.")
    #expect(problem.hint == "Did you mean cost?")
    let distant = ListingProblem.unknownColumn("colour", known: known, nearest: [])
    #expect(throws: distant) { try Self.codes(where: "colour=red") }
    #expect(distant.hint == "Columns: code, name, cost, due, is_open, tags.")
  }

  @Test(arguments: [
    ("cost>x", "cost", "x", "a number such as 12.50"),
    ("due<soon", "due", "soon", Condition.day),
    ("due=2020-02-30", "due", "2020-02-30", Condition.day),
    ("is_open=maybe", "is_open", "maybe", "=yes or =no"),
  ])
  func `a value of the wrong kind is refused`(
    text: String, column: String, value: String, expected: String
  ) {
    let problem = ListingProblem.wrongValue(column: column, value: value, expected: expected)
    #expect(throws: problem) { try Self.codes(where: text) }
  }

  @Test(arguments: UInt64(0)..<10)
  func `the order of rows does not change the order of a sorted list`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shuffled = Table(
      noun: "x", columns: Self.table.columns, rows: Self.table.rows.shuffled(using: &random))
    #expect(
      try Listing(sort: ["name"]).apply(to: shuffled).words("code")
        == ["D3.10", "D1.1", "D3.2", "d2.1"])
  }

  static let cells = Table(
    noun: "cells",
    columns: ["code", "grant", "state", "web"].map { Column($0, $0) },
    rows: [
      [
        .text("a"), .money(cents: 123_456, currency: "EUR"), .state("late", .bad),
        .link("https://example.org/a"),
      ],
      [
        .text("b"), .money(cents: -5, currency: "EUR"), .state("Done", .good),
        .link("ann@example.org"),
      ],
      [.text("c"), .decimal(""), .text(""), .empty],
    ])

  @Test(arguments: [
    ("grant=1234.56", ["a"]), ("grant<0", ["b"]), ("grant<=-0.05", ["b"]),
    ("grant>-0.05", ["a"]), ("grant!=1234.560", ["b", "c"]), ("grant~1234", ["a"]),
    ("state=LATE", ["a"]), ("state!=late", ["b", "c"]), ("state<e", ["b"]), ("state>e", ["a"]),
    ("state~one", ["b"]), ("web~example.org/", ["a"]), ("web=ANN@example.org", ["b"]),
    ("web=", ["c"]), ("web!=", ["a", "b"]), ("grant=", ["c"]), ("web>", []), ("web~", []),
  ])
  func `amounts, states and addresses are compared as what they are`(
    text: String, codes: [String]
  ) throws {
    let listing = Listing(conditions: [try Condition(parsing: text)])
    #expect(try listing.apply(to: Self.cells).words("code") == codes)
  }

  @Test(arguments: [
    ("grant", ["b", "a", "c"]), ("-grant", ["a", "b", "c"]), ("state", ["b", "a", "c"]),
    ("-state", ["a", "b", "c"]), ("web", ["b", "a", "c"]), ("-web", ["a", "b", "c"]),
  ])
  func `what is empty stands last, an empty text as well`(sort: String, codes: [String]) throws {
    #expect(try Listing(sort: [sort]).apply(to: Self.cells).words("code") == codes)
  }

  @Test func `a column asked for twice stands once`() throws {
    let listing = Listing(columns: ["state", "code", "STATE"], limit: 1)
    let document = Document(schema: "x/1", blocks: [.table(try listing.apply(to: Self.cells))])
    #expect(document.written(.jsonl) == #"{"state":"late","code":"a"}"# + "\n")
  }

  @Test(arguments: [(-1, 0), (0, 0), (2, 2), (9, 3)])
  func `a limit keeps the first rows`(limit: Int, count: Int) throws {
    #expect(try Listing(limit: limit).apply(to: Self.cells).rowCount == count)
  }

  static let written = Table(
    noun: "written",
    columns: [
      Column("code", "C"), Column("employees", "E", kind: .figure), Column("at", "A", kind: .time),
      Column("kept", "K"), Column("leads", "L", kind: .list), Column("activities", "T"),
    ],
    rows: [
      [
        .text("a"), .text("12"), .text("2021-03-31T10:00:00Z"), .text("120"), .list(["AV"]),
        .text("visit"),
      ],
      [
        .text("b"), .text("about 20"), .text("2021-04-01T09:00:00Z"), .text("about 20"),
        .list(["NP"]), .text("talk"),
      ],
      [.text("c"), .text("1 200"), .text(""), .text("9 persons")],
      [.text("d"), .text("1.200,50"), .empty, .text("D3.2")],
    ])

  @Test(arguments: [
    ("employees>10", ["a", "c", "d"]), ("employees<10", []), ("employees>=1200.5", ["d"]),
    ("employees=1.200", ["c"]), ("employees=About 20", ["b"]), ("employees!=12", ["b", "c", "d"]),
    ("employees~20", ["b", "c", "d"]), ("at=2021-03-31", ["a"]), ("at>2021-03-31", ["b"]),
    ("at<2021-04", ["a"]), ("kept>10", ["a"]), ("kept<10", ["c"]), ("kept>d3.1", ["d"]),
    ("lead=AV", ["a"]), ("LEAD=np", ["b"]), ("activity=talk", ["b"]),
  ])
  func `what was written is compared as what it is`(text: String, codes: [String]) throws {
    let listing = Listing(conditions: [try Condition(parsing: text)])
    #expect(try listing.apply(to: Self.written).words("code") == codes)
  }

  @Test func `a number is wanted where numbers are compared`() {
    let problem = ListingProblem.wrongValue(
      column: "employees", value: "many", expected: "a number such as 12.50")
    #expect(throws: problem) {
      try Listing(conditions: [Condition(parsing: "employees>many")]).apply(to: Self.written)
    }
  }

  @Test func `a column is found by its name in the singular or plural`() throws {
    #expect(
      try Listing(columns: ["codes", "lead"]).apply(to: Self.written).columns.map(\.name)
        == ["code", "leads"])
    #expect(try Listing(sort: ["-codes"]).apply(to: Self.written).words("code").first == "d")
  }

  @Test func `words of all scripts stand in one order`() throws {
    let words = ["Ζωή", "Водник", "Ärzte", "zoe", "Vodafone", "Ада"]
    let table = Table(
      noun: "x", columns: [Column("a", "A")], rows: words.map { [.text($0)] })
    #expect(
      try Listing(sort: ["a"]).apply(to: table).words("a")
        == ["Ада", "Ärzte", "Vodafone", "Водник", "zoe", "Ζωή"])
  }

  @Test(arguments: [
    ("\u{391}θήνα", "αθηνα"), ("Αθη\u{301}να", "ATHINA"), ("Майски", "Маи\u{306}ски"),
    ("Маи\u{306}ски", "mayski"), ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("Водник", "vodnik"),
    ("vodnik", "ВОДНИК"),
  ])
  func `letters are found without their accents and in every script`(text: String, folded: String) {
    let table = Table(noun: "x", columns: [Column("a", "A")], rows: [[.text(text)]])
    let listing = Listing(conditions: [Condition(column: "a", .contains, folded)])
    #expect((try? listing.apply(to: table))?.rowCount == 1)
  }
}
