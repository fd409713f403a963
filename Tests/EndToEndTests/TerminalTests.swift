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

  @Test(arguments: [60, 80, 120])
  func `a list fits the width`(_ columns: Int) throws {
    let line = "blues workpackage deliverable list --color never"
    guard let ran = try onTerminal(columns: columns, line) else { return }
    let lines = ran.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 21)
    #expect(lines.filter { $0.count > columns } == [])
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
