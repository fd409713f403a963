import Basics
import Testing

@testable import Documents

@Suite struct `Hostile text` {
  static let strings = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;https://example.org\u{7}link\u{1B}]8;;\u{7}",
    "\u{1B}]52;c;ZXhhbXBsZQ==\u{7}", "\u{1B}P1$r\u{1B}\\", "\u{9B}2J", "\u{9D}0;t\u{9C}",
    "a\u{202E}b\u{2066}c\u{2069}\u{200E}\u{200F}\u{61C}", "\u{0}\u{1}\u{8}\u{B}\u{C}\u{7F}",
    "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "<!--", "]]>", "</title></style>", "=cmd|' /C calc'!A0",
    "&lt;&#60;&amp;", "{{7*7}}", "\u{FFFE}\u{FFFF}", "\u{2028}\u{2029}",
  ]

  /// The same text in every place a document has for text.
  static func everywhere(_ text: String, inProse: Bool = true) -> Document {
    Document(
      schema: text, title: text, subtitle: text, language: text,
      blocks: [
        .section(text), .heading(text, level: 3), .paragraph(text),
        .prose(inProse ? text : "", key: text),
        .note(text, .bad),
        .facts(Facts(key: text, [Fact(text, text, .link(text))])),
        .meters([Meter(text, value: 1, target: 2, detail: text)], key: text),
        .table(
          Table(
            noun: text, columns: [Column(text, text), Column("b", text), Column("c", text)],
            rows: [
              [.text(text), .list([text, text]), .state(text, .bad)],
              [.decimal(text), .text(text), .money(cents: 1, currency: text)],
            ]), title: text),
        .table(Table(noun: text, emptySentence: text, columns: [], rows: []), title: text),
        .gantt(
          Gantt(
            start: "2020-01-01", end: "2020-03-31", monthLabels: [text],
            rows: [
              GanttRow(
                text, from: "2020-01-01", to: "2020-02-01", tone: .bad,
                markers: [
                  GanttMarker(text, day: "2020-02-02"), GanttMarker(text, day: "2020-04-02"),
                ]),
              GanttRow(text, from: "2020-03-01", to: "2020-02-01"),
            ], words: GanttWords(good: text, warning: text, bad: text, muted: text))),
      ], footer: [text])
  }

  @Test(arguments: strings, [Format.text, .markdown, .html])
  func `pages hold no control but the line feed`(text: String, format: Format) {
    for width in [nil, 40] {
      let page = Self.everywhere(text).written(format, width: width)
      let controls = page.unicodeScalars.filter { $0 != "\n" && $0.isControl }
      #expect(controls.map(\.value) == [])
    }
  }

  @Test(arguments: strings)
  func `JSON holds no bare control`(text: String) {
    let written = Self.everywhere(text).written(.json) + Self.everywhere(text).written(.jsonl)
    let controls = written.unicodeScalars.filter { $0 != "\n" && $0.isControl }
    #expect(controls.map(\.value) == [])
  }

  @Test(arguments: strings)
  func `a page has the same elements whatever the text`(text: String) {
    let signs: (String) -> [Int] = { text in
      let html = HTML.body(Self.everywhere(text + " in more words", inProse: false))
      // Labels of charts go on in a second line where their letters are wide.
      let lines = html.split(separator: "\n").filter { !$0.contains(" clip-path=") }
      return ["<", ">", "\""].map { sign in
        lines.reduce(0) { $0 + $1.utf8.count { $0 == sign.utf8.first } }
      }
    }
    let plain = VisibleText.line(text).map { $0 == " " ? " " : "x" }
    #expect(signs(text) == signs(plain.joined()))
  }

  @Test func `controls become visible`() {
    #expect(VisibleText.line("\u{1B}[1m\u{7F}\u{85}\t\r\n\n\r\u{0}") == "␛[1m␡<U+0085>␉⏎⏎␍␀")
    #expect(VisibleText.line("\u{202A}\u{2069}\u{200F}") == "<U+202A><U+2069><U+200F>")
    #expect(VisibleText.lines("a\r\nb\rc\nd") == ["a", "b", "c", "d"])
    #expect(VisibleText.line("Žluťoučký 水 👩‍👩‍👧") == "Žluťoučký 水 👩‍👩‍👧")
  }

  @Test func `JSON escapes and keeps the true text`() {
    #expect(
      Sample.table([.text("\u{1B}]52;\u{7F}\u{9B}\u{202E}\"\\\r\n\t水")]).written(.jsonl)
        == #"{"cell":"\u001b]52;\u007f\u009b\u202e\"\\\r\n\t水"}"# + "\n")
  }

  @Test func `a number that is not plain is a JSON string`() {
    let numbers = ["1.50", "-0.5", "0", "007", "+1", "1e5", "NaN", "1,5", ".5", "5.", ""]
    let written = Sample.table(numbers.map { .decimal($0) }).written(.jsonl)
    let values = [
      "1.50", "-0.5", "0", #""007""#, #""+1""#, #""1e5""#, #""NaN""#, #""1,5""#, #"".5""#,
      #""5.""#, #""""#,
    ]
    #expect(written == values.map { #"{"cell":\#($0)}"# + "\n" }.joined())
  }

  @Test func `keys that are taken get a number`() {
    let facts = Facts([Fact("schema", "S", .empty), Fact("a", "A", .integer(1))])
    let document = Document(schema: "x/1", blocks: [.facts(facts), .facts(facts)])
    #expect(
      document.json
        == .object([
          JSONMember("schema", .string("x/1")), JSONMember("schema_2", .null),
          JSONMember("a", .integer(1)), JSONMember("schema_3", .null),
          JSONMember("a_2", .integer(1)),
        ]))
  }
}
