import Testing

/// Reports that a person describes in a TOML file, as they are typed and as they are read.
@Suite struct `Custom reports` {
  private let place: Place

  init() throws {
    place = try Place()
    let rows = [
      "partner;category;WP;date;description;amount;currency",
      "NP;D.1;WP5;2020-05-14;Train;100.10;EUR", "NP;B;WP1;2020-06-30;Study;1000.00;EUR",
      "AV;D.1;WP2;2020-07-10;=SUM(A1);20.05;EUR", "AV;D.1;WP2;2020-07-11;Hotel;8.83;EUR",
    ]
    let lines = rows.map { "'\($0)'" }.joined(separator: " ")
    try place.must("blues init --template blues && printf '%s\\n' \(lines) > costs.csv")
    try place.must("blues partner cost import costs.csv --decimal point")
    try write(
      "costs.toml", "title = \"Travel\"", "list = \"partner cost\"",
      "columns = [\"code\", \"description\", \"eligible\"]", "where = [\"category=D.1\"]",
      "group = \"partner\"", "sums = [\"eligible\"]", "chart = \"eligible\"")
  }

  private func write(_ name: String, _ lines: String...) throws {
    let quoted = lines.map { "'\($0)'" }.joined(separator: " ")
    try place.must("printf '%s\\n' \(quoted) > \(name)")
  }

  @Test func `rows are chosen, grouped and added up`() throws {
    #expect(
      try place.must("blues report custom costs.toml | head -16")
        == """
        Travel
        ══════

        Partner  Rows    Eligible
        NP          1  100.10 EUR
        AV          2   28.88 EUR
        ───────  ────  ──────────
        Total       3  128.98 EUR

        NP
        ──

        No     Description    Eligible
        K1     Train        100.10 EUR
        ─────  ───────────  ──────────
        Total               100.10 EUR

        """)
  }

  @Test func `every format has the same figures, and pages have the chart`() throws {
    for ending in ["html", "docx", "pdf", "xlsx", "md", "csv", "json"] {
      try place.must("blues report custom costs.toml -o travel.\(ending)")
    }
    let html = try place.must("cat travel.html")
    #expect(html.contains("<title>Eligible: NP 100.10 EUR, AV 28.88 EUR</title>"))
    let word = try place.must("pandoc -f docx -t html travel.docx")
    #expect(word.contains("alt=\"Eligible: NP 100.10 EUR, AV 28.88 EUR\""))
    #expect(word.contains("=SUM(A1)"))
    let printed = try place.must("pdftotext -layout travel.pdf -")
    for figure in ["100.10 EUR", "28.88 EUR", "128.98 EUR", "20.05 EUR", "8.83 EUR"] {
      #expect(html.contains(figure.replacing(" ", with: "\u{A0}")), "\(figure)")
      #expect(word.contains(figure.replacing(" ", with: "\u{A0}")), "\(figure)")
      #expect(printed.replacing("\u{A0}", with: " ").contains(figure), "\(figure)")
      #expect(try place.must("cat travel.md").contains(figure), "\(figure)")
    }
    #expect(
      try place.must("cat travel.csv") == "partner,count,eligible\nNP,1,100.10\nAV,2,28.88\n")
    let script = """
      import openpyxl
      for sheet in openpyxl.load_workbook("travel.xlsx", data_only=True).worksheets[1:]:
          print([[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)])
      """
    #expect(
      try place.must("/usr/bin/python3 -c '\(script)'")
        == """
        [['NP', 1, 100.1], ['AV', 2, 28.88], ['Total', 3, 128.98]]
        [['K1', 'Train', 100.1], ['Total', None, 100.1]]
        [['K3', '=SUM(A1)', 20.05], ['K4', 'Hotel', 8.83], ['Total', None, 28.88]]

        """)
  }

  @Test(arguments: [
    ("columns = [\"nam\"]", "bad.toml:2: Unknown column: nam.\nhint: Columns: code, partner"),
    ("colums = [\"name\"]", "bad.toml:2: unknown setting: colums.\nhint: did you mean columns? "),
    ("limit = 0", "bad.toml:2: limit takes a number from 1 up."),
    ("where = [\"category=D.1\", \"contry=DE\"]", "bad.toml:2: Unknown column: contry.\n"),
    ("sums = [\"eligable\"]", "bad.toml:2: Unknown column: eligable.\n"),
    ("group = 7", "bad.toml:2: group takes a text in quotes."),
    ("rows = \"no\"", "bad.toml:2: rows takes true or false."),
    ("columns = [\"name\"", "bad.toml:3: column 1: found the end of the file, expected , or ]."),
    ("chart = \"count\"", "bad.toml:2: chart = \"count\" needs group."),
    ("list = \"x\"", "bad.toml:2: column 1: "),
  ])
  func `a wrong description is refused by its line`(line: String, said: String) throws {
    try write("bad.toml", "list = \"partner cost\"", line)
    let ran = try place.run("blues report custom bad.toml")
    #expect(ran.output.hasPrefix("blues: \(said)"), "\(ran.output)")
    #expect(ran.exit == 65)
  }

  @Test func `a list that is none is refused by its line`() throws {
    try write("bad.toml", "title = \"X\"", "list = \"partner costs\"")
    let ran = try place.run("blues report custom bad.toml")
    #expect(
      ran.output
        == "blues: bad.toml:2: blues partner has no command costs.\n"
        + "hint: did you mean blues partner cost?\n")
    #expect(ran.exit == 65)
    try write("bad.toml", "list = \"report status\"")
    #expect(
      try place.run("blues report custom bad.toml").output.hasPrefix(
        "blues: bad.toml:1: blues report status list is not a list that a report can use.\n"))
  }
}
