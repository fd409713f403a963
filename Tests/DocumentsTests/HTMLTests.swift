import Testing

@testable import Documents

@Suite struct `HTML` {
  @Test func `the head lets nothing in`() {
    #expect(
      Document(schema: "blues.x/1", blocks: []).written(.html) == """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; img-src data:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>blues.x/1</title>
        <style>
        \(Stylesheet.css)
        </style>
        </head>
        <body>
        <main>
        </main>
        </body>
        </html>

        """)
  }

  @Test func `a report has facts, tables, meters and a time chart`() {
    let expected = #"""
      <body>
      <header>
      <h1>Sample report</h1>
      <p class="subtitle">First period</p>
      </header>
      <main>
      <div class="scroll facts" tabindex="0" role="group" aria-label="Facts"><table><tbody>
      <tr><th scope="row">Leader</th><td>Ann Example</td></tr>
      <tr><th scope="row">Mail</th><td><a href="mailto:ann@example.org" rel="noopener \#
      noreferrer">ann@example.org</a></td></tr>
      </tbody></table></div>
      <h2>Progress</h2>
      <p>All is *well*.</p>
      <p class="note warning"><strong>Attention:</strong> One thing is late.</p>
      <div class="scroll meters" tabindex="0" role="group" aria-label="Figures"><table><tbody>
      <tr><td class="label">Exchanges</td><td class="bar"><svg viewBox="0 0 200 12" \#
      preserveAspectRatio="none" role="img"><title>Exchanges: 12 of 50</title>
      <rect x="0" y="1" width="200" height="10" fill="#e8edf6"/>
      <rect x="0" y="1" width="48" height="10" fill="#b3261e"/>
      </svg></td><td class="n">12 of 50 <span class="state bad">!</span></td><td \#
      class="detail">and 3 agreed</td></tr>
      </tbody></table></div>
      <div class="scroll short" tabindex="0" role="group" aria-label="Deliverables"><table>
      <caption>Deliverables</caption>
      <thead><tr><th scope="col">Code</th><th scope="col">Title</th><th \#
      scope="col">Due</th><th scope="col" class="n">Cost</th><th scope="col" \#
      class="n">Pages</th><th scope="col">Partners</th><th scope="col">State</th></tr></thead>
      <tbody>
      <tr><td class="whole">D1.1</td><td>Guide for hosts, first edition</td><td \#
      class="whole">31 July 2020</td><td class="n">415.00\#u{A0}EUR</td><td \#
      class="n">24</td><td>UNI, ACME</td><td><span class="state bad">late</span></td></tr>
      <tr><td class="whole">D1.2</td><td>Déjà vu</td><td></td><td \#
      class="n">-1\#u{202F}234\#u{202F}567.89\#u{A0}EUR</td><td \#
      class="n">1.5</td><td></td><td><span class="state good">done</span></td></tr>
      </tbody>
      </table></div>
      <figure>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 166" role="img" \#
      font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation \#
      Sans', Arial, sans-serif">
      <title>Time chart from 1 January 2020 to 30 June 2020</title>
      <defs>
      <pattern id="g7-1-bad" width="6" height="6" patternUnits="userSpaceOnUse"><rect \#
      width="6" height="6" fill="#b3261e"/><path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" \#
      stroke="#fff" stroke-width="1.2"/></pattern>
      </defs>
      <clipPath id="g7-1-labels"><rect width="216" height="166"/></clipPath>
      <line x1="220" y1="38" x2="220" y2="126" stroke="#dfe5ef"/>
      <line x1="306.3" y1="38" x2="306.3" y2="126" stroke="#dfe5ef"/>
      <line x1="387" y1="38" x2="387" y2="126" stroke="#dfe5ef"/>
      <line x1="473.2" y1="38" x2="473.2" y2="126" stroke="#dfe5ef"/>
      <line x1="556.7" y1="38" x2="556.7" y2="126" stroke="#dfe5ef"/>
      <line x1="643" y1="38" x2="643" y2="126" stroke="#dfe5ef"/>
      <text x="263.1" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M1</text>
      <text x="346.6" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M2</text>
      <text x="430.1" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M3</text>
      <text x="515" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M4</text>
      <text x="599.8" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M5</text>
      <text x="684.7" y="31" font-size="8.5" fill="#5a6478" text-anchor="middle">M6</text>
      <text x="220" y="14" font-size="11" fill="#1b2333" font-weight="600">2020</text>
      <line x1="0" y1="38" x2="760" y2="38" stroke="#003399" stroke-width="1.5"/>
      <line x1="425.9" y1="38" x2="425.9" y2="130" stroke="#1b2333" stroke-dasharray="4 3"/>
      <text x="425.9" y="140" font-size="9.5" fill="#1b2333" text-anchor="middle">Today, 15 \#
      March 2020</text>
      <g><title>WP1 Start, 1 January 2020 to 30 June 2020</title>
      <text x="0" y="57.6" font-size="10" fill="#1b2333" font-weight="bold" \#
      clip-path="url(#g7-1-labels)">WP1 Start</text>
      <rect x="220" y="51.5" width="506.4" height="5" fill="#003399"/>
      </g>
      <g><title>T1.1 Guide, 1 February 2020 to 31 March 2020, late</title>
      <text x="12" y="85.6" font-size="10" fill="#1b2333" clip-path="url(#g7-1-labels)">T1.1 \#
      Guide</text>
      <rect x="306.3" y="76.5" width="167" height="11" fill="url(#g7-1-bad)" rx="2"/>
      <g><title>MS1, 1 May 2020</title>
      <polygon points="556.7,76 562.7,82 556.7,88 550.7,82" fill="#1b2333" stroke="#fff"/>
      </g>
      <rect x="566.7" y="76.5" width="22.6" height="11" fill="#fff" fill-opacity="0.85"/>
      <text x="568.7" y="85.3" font-size="9" fill="#b3261e" font-weight="600">late</text>
      </g>
      <g><title>D1.1 Guide, 30 April 2020</title>
      <text x="12" y="113.6" font-size="10" fill="#1b2333" clip-path="url(#g7-1-labels)">D1.1 \#
      Guide</text>
      <polygon points="553.9,103.5 560.4,110 553.9,116.5 547.4,110" fill="#003399" stroke="#fff"/>
      </g>
      <rect x="220" y="151" width="16" height="8" fill="#4a6fc4" rx="2"/>
      <text x="241" y="158" font-size="9.5" fill="#5a6478">duration</text>
      <polygon points="306.6,149 312.6,155 306.6,161 300.6,155" fill="#003399" stroke="#fff"/>
      <text x="319.6" y="158" font-size="9.5" fill="#5a6478">due</text>
      <rect x="353.9" y="151" width="16" height="8" fill="url(#g7-1-bad)" rx="2"/>
      <text x="374.9" y="158" font-size="9.5" fill="#5a6478">late</text>
      </svg>
      </figure>
      </main>
      <footer>
      <p>Funded by an example.</p>
      </footer>
      </body>
      </html>

      """#
    #expect(Self.body(Sample.report) == expected)
  }

  @Test(arguments: [
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
    ("mailto:ann@example.org", "mailto:ann@example.org"),
    ("ann@example.org", "mailto:ann@example.org"),
  ])
  func `web and mail addresses are links`(address: String, target: String) {
    let expected = "<a href=\"\(target)\" rel=\"noopener noreferrer\">"
    #expect(HTMLEscaping.link(address).hasPrefix(expected))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "java\tscript:x@y",
    "javascript:x@y", "https://example.org/ x", "\u{1}https://example.org", "//example.org",
    "vbscript:x", "https://example.org/\u{202E}x", "a@b@c", "file:///etc", "",
  ])
  func `nothing else is a link`(address: String) {
    #expect(HTMLEscaping.link(address) == HTMLEscaping.text(address))
  }

  @Test(arguments: [
    ("1234", "1234"), ("12345", "12\u{202F}345"), ("-1234567.89", "-1\u{202F}234\u{202F}567.89"),
    ("12a45", "12a45"),
  ])
  func `thousands stand apart`(number: String, written: String) {
    #expect(HTMLTable.grouped(number, from: 5) == written)
  }

  @Test func `a long chart goes on in another picture, at a group`() {
    let rows = (0..<40).map { index in
      GanttRow(
        "Row", kind: index == 25 ? .group : .bar, from: "2020-01-01", to: "2020-02-01")
    }
    let gantt = Gantt(start: "2020-01-01", end: "2020-12-31", rows: rows)
    let html = Self.body(Document(schema: "x", blocks: [.gantt(gantt)]))
    let pictures = html.split(separator: "<svg ").dropFirst()
    // The second has an axis of its own, which is a picture without rows.
    #expect(pictures.map { $0.split(separator: "<g>").count - 1 } == [25, 0, 15])
  }

  @Test func `a table without rows is a sentence`() {
    let table = Table(noun: "risks", emptySentence: "No risks.", columns: [], rows: [])
    let document = Document(schema: "x/1", blocks: [.table(table, title: "Risks")])
    #expect(
      Self.body(document) == """
        <body>
        <main>
        <p><strong>Risks</strong></p>
        <p class="empty">No risks.</p>
        </main>
        </body>
        </html>

        """)
  }

  @Test func `tags are balanced, whatever the texts`() {
    let texts = ["plain"] + `Hostile text`.strings
    for document in [Sample.report] + texts.map({ `Hostile text`.everywhere($0) }) {
      var open: [Substring] = ["html"]
      let tags = Self.body(document).split(separator: "<").map { $0.prefix { $0 != ">" } }
      for tag in tags {
        let name = tag.prefix { $0 != " " && $0 != "/" }
        #expect(name != "script")
        if tag.hasPrefix("/") {
          #expect(open.popLast() == tag.dropFirst())
        } else if !tag.hasSuffix("/"), name != "br" {
          open.append(name)
        }
      }
      #expect(open == [])
    }
  }

  /// The page without its head.
  static func body(_ document: Document) -> String {
    let html = document.written(.html)
    guard let start = html.firstRange(of: "<body>") else { return "" }
    return String(html[start.lowerBound...])
  }

  @Test func `headings that skip a level are moved up, all of one level alike`() {
    let levels = [2, 4, 4, 3, 4, 2, 3]
    let document = Document(schema: "x", blocks: levels.map { .heading("H", level: $0) })
    #expect(document.leveledBlocks.map(\.level) == [2, 3, 3, 3, 4, 2, 3])
  }

  @Test func `a table scrolls in a frame that the keyboard reaches and that has a name`() {
    let table = Table(noun: "late_items", columns: [Column("a", "A")], rows: [[.text("x")]])
    let start = "<div class=\"scroll short\" tabindex=\"0\" role=\"group\" aria-label="
    #expect(HTMLTable(table: table, title: nil).html.hasPrefix(start + "\"Late items\">"))
    #expect(HTMLTable(table: table, title: "\"><b>").html.hasPrefix(start + "\"&quot;&gt;&lt;b"))
  }

  @Test func `no line end divides an option of a command`() {
    let note = Document(
      schema: "x", blocks: [.note("Type: blues <x> --mitigated yes --occurred no", .plain)])
    #expect(
      note.written(.html).contains(
        "Type: blues &lt;x&gt; <span class=\"whole\">--mitigated</span> yes "
          + "<span class=\"whole\">--occurred</span> no</p>"))
    #expect(HTMLEscaping.sentence("two -- three") == "two <span class=\"whole\">--</span> three")
    #expect(HTMLEscaping.sentence("a < b") == "a &lt; b")
  }

  @Test func `a page holds a short table whole`() {
    func page(_ rows: Int) -> String {
      let table = Table(
        noun: "x", columns: [Column("a", "A")],
        rows: Array(repeating: [.text("y")], count: rows))
      return Document(schema: "x", blocks: [.table(table)]).written(.html)
    }
    #expect(page(8).contains("<div class=\"scroll short\""))
    #expect(page(9).contains("<div class=\"scroll\""))
  }
}
