import Testing

@testable import BluesCore

@Suite struct `Cells and rows that say nothing` {
  private static func run(
    _ rows: [[String]], _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> (Imported, [Contact]) {
    let store = try Store.blues()
    var request = ImportRequest.test()
    change(&request)
    return (try store.importContacts(csv(rows), request), try store.contacts.all())
  }

  @Test(arguments: [
    "-", "--", "n/a", "N/A", "NaN", "k.A.", "K. A.", "N.N.", "néant", "NEANT", "brak", "není",
    "sin datos",
    "–", "—", "null", "Keine Angabe", "brak danych", "neuvedeno", "?", "#NV", "#N/D", "#N/D!",
    "#NENÍ_K_DISPOZICI", "s/o", "bez údaje", "nevyplněno", "./.", "•", "…", "xxx", "<leer>",
    "[leer]",
    "<Empty>", "-,-",
  ])
  func `a word for nothing is blank where it is no value`(word: String) throws {
    let keys = [
      "email", "phone", "mobile", "fax", "website", "vat", "pic", "iban", "employees", "turnover",
      "country",
      "postcode", "basis", "basis_date", "language",
    ]
    let (imported, all) = try Self.run([["name"] + keys, ["Ana"] + keys.map { _ in word }])
    #expect(imported.counts == [1, 1, 0, 0, 0])
    #expect(
      keys.compactMap { key in ContactField(key: key).flatMap { all.first?.known[$0] } } == [])
    #expect(imported.outcome.warningsByRule == [.blankWord: keys.count])
  }

  @Test func `a name may be any word, and a code is one`() throws {
    let (imported, all) = try Self.run([
      ["organisation", "name", "country", "note"], ["-", "N.N.", "NA", "n/a"],
    ])
    #expect(imported.outcome.warned == 0)
    #expect(all.first?.known[.organisation] == "-")
    #expect(all.first?.known[.name] == "N.N.")
    #expect(all.first?.known[.country] == "NA")
    #expect(all.first?.known[.note] == "n/a")
  }

  @Test func `nobody is named by a word for nothing, and others are words when said`() throws {
    let (imported, _) = try Self.run([["email", "city"], ["-", "Rom"]])
    #expect(imported.outcome.rejectedByRule == ["nameless": 1])
    let rows = [["name", "phone"], ["Ana", "unbek. 99"]]
    #expect(try Self.run(rows).0.outcome.rejectedByRule == ["phone": 1])
    #expect(
      try Self.run(rows) { $0.blankWords = ["UNBEK. 99"] }.0.outcome.warningsByRule == [
        .blankWord: 1
      ])
  }

  @Test func `an apostrophe before a figure or a code is one for a spreadsheet`() throws {
    let (imported, all) = try Self.run([
      ["organisation", "postcode", "phone", "employees", "note", "city"],
      ["Aqua", "'01067", "'+49 30 901820", "'12", "'07", "'s-Hertogenbosch"],
    ])
    #expect(imported.counts == [1, 1, 0, 0, 0])
    let fields: [ContactField] = [.postcode, .phone, .employees, .note, .city]
    #expect(
      fields.map { all.first?.known[$0] }
        == ["01067", "+49 30 901820", "12", "'07", "'s-Hertogenbosch"])
  }

  @Test func `they do not hide what a column holds`() throws {
    let sight = ColumnProfile(
      sample: ["a@example.org", "-", "k.A.", "n/a", "b@example.org", "c@example.org"].map { [$0] },
      country: nil)
    #expect(sight.looks(of: 0).map(\.look) == [.email])
    #expect(sight.isPlain(0))
  }

  @Test(arguments: [
    ["Summe", "", "42"], ["Total: 42", "", ""], ["", "", "42"], ["Razem", "", "1 234,50 zł"],
    ["Gesamt:", "", "7"], ["TOTAL", "", ""], ["Celkem 12", "", ""], ["Grand total", "3", "42.5 %"],
    ["Sous-total", "", "12"], ["", "12", ""], ["Insgesamt (2)", "", ""],
    ["Anzahl: 2 Kontakte", "", ""], ["Gesamtanzahl: 2", "", ""], ["Mitglieder gesamt: 12", "", ""],
    ["Anzahl Mitglieder: 3", "", ""], ["Summe Mitglieder", "", "5"], ["Totale", "", "5"],
    ["Totaal", "", "4"], ["Suma końcowa", "", "3"], ["Σ", "", "3"], ["∑", "", "3"],
    ["In Summe", "", "12"], ["Zusammen:", "", "12"], ["Durchschnitt", "", "6"],
    ["Average", "", "6.5"], ["Promedio", "", "6"], ["Średnia", "", "6"], ["Průměr:", "", "6,5"],
    ["2 Firmen", "", ""], ["12 members", "", ""], ["3 członków", "", ""],
  ])
  func `a row that adds up the others is left out and told`(row: [String]) throws {
    let rows = [
      ["organisation", "city", "employees"], ["Aqua", "Rom", "300"], row, ["Bora", "Graz", "400"],
    ]
    let (imported, all) = try Self.run(rows)
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(imported.outcome.totals == 1)
    #expect(imported.outcome.firstTotals == [3])
    #expect(all.map { $0.known[.organisation] } == ["Aqua", "Bora"])
    let (kept, _) = try Self.run(rows) { $0.totals = .keep }
    #expect(kept.outcome.totals == 0)
    #expect(kept.outcome.read == 3)
  }

  @Test(arguments: [
    ["Total Energies SE", "Paris", ""], ["Summe & Partner", "", "12"], ["Total", "Paris", "12"],
    ["Totalbau", "", "12"], ["Suma 2000 sp. z o.o. i wspólnicy", "", ""], ["3M", "", "12"],
    ["1860 München", "", ""], ["Σίγμα", "", "12"],
  ])
  func `an organisation of such a name is none`(row: [String]) throws {
    let (imported, _) = try Self.run([["organisation", "city", "employees"], row])
    #expect(imported.outcome.totals == 0)
    #expect(imported.outcome.created == 1)
  }

  @Test func `blank rows are passed over and counted`() throws {
    let text = "name\nAna\n" + String(repeating: "\n", count: 40) + " \nBob\n"
    let imported = try Store.blues().importContacts(text)
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(imported.outcome.blankRows == 41)
    #expect(imported.rejected == [])
    let (wide, _) = try Self.run([
      ["name", "city"], ["Ana", "Rom"], ["", " "], ["\u{200B}", "\u{A0}"],
    ])
    #expect(wide.counts == [1, 1, 0, 0, 0])
    #expect(wide.outcome.blankRows == 2)
  }

  @Test func `a column without heading and value is not asked about`() throws {
    let (imported, _) = try Self.run([["name", "", "city", ""], ["Ana", "", "Rom", " "]])
    #expect(imported.counts == [1, 1, 0, 0, 0])
    #expect(
      imported.outcome.mapping.columns.map(\.reason) == [
        .otherHeadings, .blankColumn, .ownName, .blankColumn,
      ])
  }

  @Test func `a value that comes up in it later is told`() throws {
    let rows = (0..<250).map { ["Ana \($0)", $0 == 240 ? "x" : ""] }
    let (imported, all) = try Self.run([["name", ""]] + rows)
    #expect(all.count == 250)
    #expect(
      imported.outcome.firstWarnings
        == [
          PlacedWarning(
            line: 242, column: 2, rule: "no-heading",
            reason: "Found a value in a column that has no heading; it is ignored.")
        ])
  }

  @Test func `delimiters with nothing behind them are told`() throws {
    let imported = try Store.blues().importContacts("name,city,\nAna,Rom\nBob,Graz\n")
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(
      imported.outcome.reading.last == "the headings end in a delimiter that rows do not have")
  }

  @Test(
    arguments: [
      ("2020-03-31", nil, "2020-03-31", []), ("2020-03-31 00:00:00", nil, "2020-03-31", []),
      ("2020-03-31T00:00:00.000", nil, "2020-03-31", []),
      ("2020-03-31T14:30:00Z", nil, "2020-03-31", [.dayTime]),
      ("31.05.2020", nil, "2020-05-31", [.dateOrder]),
      ("5/31/2020", nil, "2020-05-31", [.dateOrder]),
      ("04.05.2020", .dmy, "2020-05-04", []), ("04/05/2020", .mdy, "2020-04-05", []),
      ("2020/5/4", nil, "2020-05-04", []),
      ("5.5.2020 08:00", nil, "2020-05-05", [.dateOrder, .dayTime]),
    ] as [(String, DateOrder?, String, [ContactRule])])
  func `a day is read in every form that leaves no doubt`(
    text: String, order: DateOrder?, day: String, told: [ContactRule]
  ) throws {
    let (imported, all) = try Self.run([
      ["name", "basis", "basis_date"], ["Ana", "consent", text],
    ]) {
      $0.dateOrder = order
    }
    #expect(all.first?.known[.basisDate] == day)
    #expect(imported.outcome.firstWarnings.map(\.rule) == told.map(\.rawValue))
  }

  @Test(
    arguments: [
      ("04.05.2020", nil, "It can be two dates; add --date-order dmy or mdy."),
      ("31.05.2020", .mdy, "It is not a date. Write it as 2026-11-22."),
      ("2020-02-30", nil, "It is not a date. Write it as 2026-11-22."),
      ("31.05.20", nil, "It is not a date. Write it as 2026-11-22."),
      ("2020-05-31x", nil, "It is not a date. Write it as 2026-11-22."),
      ("2020.05-31", nil, "It is not a date. Write it as 2026-11-22."),
    ] as [(String, DateOrder?, String)])
  func `a day that may be two, or is none, is refused`(
    text: String, order: DateOrder?, reason: String
  ) throws {
    let (imported, _) = try Self.run([["name", "basis", "basis_date"], ["Ana", "consent", text]]) {
      $0.dateOrder = order
    }
    #expect(imported.rejected.map(\.reason) == [reason])
  }

  @Test func `days of the plan are read the same way`() throws {
    let store = try Store.blues()
    let list = """
      code,title,due
      D1.4,as databases write it,2020-03-31 00:00:00
      D1.5,as JSON has it,2020-03-31T00:00:00.000
      D1.6,with a time,2020-03-31T18:00:00
      D1.7,by a German,31.03.2021
      D1.8,in doubt,03.04.2021
      Total,,5

      """
    let imported = try store.importList(.deliverables, list)
    #expect(imported.outcome.created == 5)
    #expect(imported.outcome.totals == 1)
    #expect(imported.rejected == [])
    #expect(
      imported.outcome.reading.suffix(2) == [
        "1 date read as day, month, year, like the others of the column", "1 time of day left out",
      ])
    var request = ImportRequest.test()
    request.dateOrder = .mdy
    let other = try store.importList(
      .deliverables, "code,title,due\nD1.8,in doubt,03.04.2021\n", request)
    #expect(other.outcome.updated == 1)
  }
}
