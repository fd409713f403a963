import Testing

/// What is different on a terminal, which `script` plays where it is installed.
@Suite struct `On a terminal` {
  let place: Place

  init() throws {
    place = try Place.withProject()
  }

  /// Runs a line on a terminal of so many columns; nil where there is no `script`.
  private func onTerminal(columns: Int, _ line: String) throws -> Place.Ran? {
    guard try place.run("command -v script stty > /dev/null").exit == 0 else { return nil }
    let ran = try place.run(
      "script -qec 'stty cols \(columns) rows 50; \(line)' /dev/null",
      environment: ["TERM": "xterm", "PAGER": "cat", "SHELL": "/bin/sh"])
    let text = ran.output.unicodeScalars.filter { $0 != "\r" }
    return Place.Ran(output: String(String.UnicodeScalarView(text)), exit: ran.exit)
  }

  @Test(arguments: [60, 80, 100, 120])
  func `a list fits the width, with its codes, days and standings whole`(_ columns: Int) throws {
    let line = "blues workpackage deliverable list --color never"
    guard let ran = try onTerminal(columns: columns, line) else { return }
    let lines = ran.output.split(whereSeparator: \.isNewline)
    // A title goes on below itself.
    let rows = lines.filter { !$0.hasPrefix("Not shown: ") && !$0.hasPrefix(" ") }
    #expect(rows.count == 21)
    #expect(lines.filter { $0.count > columns } == [])
    let whole = try place.must(
      "blues workpackage deliverable list --columns code,due_on,standing --no-header --format tsv")
    for (row, values) in zip(rows.dropFirst(), whole.split(separator: "\n")) {
      for value in values.split(separator: "\t") {
        #expect(row.contains(value), "\(value) is cut in \(row)")
      }
    }
  }

  @Test(arguments: [60, 80, 100])
  func `every list fits, and no word is cut where another one can leave`(_ columns: Int) throws {
    try place.must("blues exchange profile import Fixtures/exchanges/profiles.csv")
    try place.must(
      "blues exchange propose --visitor \"Aguas Lejanas\" --host Plasmabrunnen --from 2021-03-08 "
        + "--to 2021-03-12 --on 2021-02-01")
    for list in [
      "workpackage list", "workpackage milestone list", "partner list", "exchange list",
      "exchange profile list", "exchange paper missing", "exchange rule list", "history",
    ] {
      guard let ran = try onTerminal(columns: columns, "blues \(list) --color never") else {
        return
      }
      let lines = ran.output.split(whereSeparator: \.isNewline)
      #expect(lines.filter { $0.count > columns } == [], "\(list)")
    }
  }

  @Test func `a refusal is one line of reason, broken between words`() throws {
    try place.must("blues exchange profile import Fixtures/exchanges/profiles.csv")
    let line =
      "blues exchange propose --visitor \"Aguas Lejanas\" --host Plasmabrunnen --from 2021-03-08 "
      + "--to 2021-03-09"
    let said = try place.run("\(line) 2>&1").output
    #expect(
      said == """
        blues: The stay from 2021-03-08 to 2021-03-09 has 2 working days in Germany; the minimum is \
        3. (rule minimum-stay, CXC-ABOUT)
        hint: blues exchange rule show minimum-stay

        """)
    guard let ran = try onTerminal(columns: 60, line) else { return }
    #expect(
      ran.output == """
        blues: The stay from 2021-03-08 to 2021-03-09 has 2 working
        days in Germany; the minimum is 3. (rule minimum-stay,
        CXC-ABOUT)
        hint: blues exchange rule show minimum-stay

        """)
  }

  @Test func `in a pipe nothing is cut, whatever COLUMNS says`() throws {
    let wide = try place.must("blues partner list")
    #expect(try place.must("blues partner list", environment: ["COLUMNS": "20"]) == wide)
    #expect(!wide.contains("…"))
  }

  @Test(arguments: ["list --format csv", "list --format tsv", "export"])
  func `controls in rows steer no terminal, and stay bytes in a pipe`(_ words: String) throws {
    try place.must("blues partner contact add --organisation \"$(printf 'a\\033[2Jb\\302\\205c')\"")
    let line = "blues partner contact \(words) --columns organisation --no-header"
    #expect(try place.must(line) == "a\u{1B}[2Jb\u{85}c\n")
    guard let ran = try onTerminal(columns: 100, line) else { return }
    #expect(ran.output == "a␛[2Jb<U+0085>c\n")
  }

  @Test func `colour is on, and NO_COLOR turns it off`() throws {
    let line = "blues workpackage deliverable list --late"
    guard let plain = try onTerminal(columns: 100, "NO_COLOR=1 \(line)"),
      let coloured = try onTerminal(columns: 100, line)
    else { return }
    #expect(!plain.output.contains("\u{1B}["))
    #expect(coloured.output.contains("\u{1B}["))
  }

  @Test func `a question that nobody answers with yes changes nothing`() throws {
    let before = try place.must("sha256sum blues.db")
    guard
      let ran = try onTerminal(columns: 100, "blues workpackage deliverable remove D1.1")
    else { return }
    #expect(ran.exit == 1)
    #expect(try place.must("sha256sum blues.db") == before)
  }
}
