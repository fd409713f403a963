import Documents
import Testing

@Suite struct `Prose` {
  static let text = """
    # Progress

    All *went* **well**, see [the page](https://blues.example/a?b=1&c=2).

    - one
    - two

    ### Detail

    | Partner | PM |
    | --- | --: |
    | Plzeň | 1.50 |
    """

  static func document(_ prose: String, level: Int = 3, key: String? = nil) -> Document {
    Document(
      schema: "x",
      blocks: [.section("Work"), .heading("WP1", level: level), .prose(prose, key: key)])
  }

  private static func html(_ prose: String) -> String {
    let page = document(prose).written(.html)
    let rest = page.split(separator: "<div class=\"prose\">\n", maxSplits: 1)
    return rest.count < 2 ? "" : String(rest[1].split(separator: "</div>\n</main>")[0])
  }

  @Test func `HTML has the headings below the one it belongs to`() {
    let expected = """
      <h4>Progress</h4>
      <p>All <em>went</em> <strong>well</strong>, see \
      <a href="https://blues.example/a?b=1&amp;c=2">the page</a>.</p>
      <ul>
      <li>one</li>
      <li>two</li>
      </ul>
      <h6>Detail</h6>
      <div class="scroll" tabindex="0" role="group" aria-label="Table"><table>
      <thead>
      <tr>
      <th>Partner</th>
      <th style="text-align: right">PM</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>Plzeň</td>
      <td style="text-align: right">1.50</td>
      </tr>
      </tbody>
      </table></div>

      """
    #expect(Self.html(Self.text) == expected)
    let page = Self.document(Self.text).written(.html)
    #expect(page.contains("<h2>Work</h2>\n<h3>WP1</h3>\n<div class=\"prose\">\n<h4>Progress</h4>"))
  }

  @Test func `Markdown stays Markdown`() {
    let expected = """
      ## Work

      ### WP1

      #### Progress

      All *went* **well**, see [the page](https://blues.example/a?b=1&c=2).

        - one
        - two

      ###### Detail

      | Partner | PM |
      | --- | --: |
      | Plzeň | 1.50 |

      """
    #expect(Self.document(Self.text).written(.markdown) == expected)
  }

  @Test func `text is plain, and has the address of a link`() {
    let expected = """
      Work
      ────

      WP1
      ╌╌╌

      Progress

      All went well, see the page (https://blues.example/a?b=1&c=2).

        - one
        - two

      Detail

      | Partner | PM |
      | --- | --: |
      | Plzeň | 1.50 |

      """
    #expect(Self.document(Self.text).written(.text) == expected)
  }

  @Test func `text fits a terminal`() {
    let lines = Self.document("One two three four five six seven eight nine ten.")
      .written(.text, width: 20).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 20 })
    #expect(lines.suffix(3) == ["One two three four", "five six seven eight", "nine ten."])
  }

  @Test func `JSON has the text as it was written, under its key`() {
    #expect(Self.document("*a*").written(.json) == "{\n  \"schema\": \"x\"\n}\n")
    #expect(
      Self.document("*a*", key: "progress").written(.json)
        == "{\n  \"schema\": \"x\",\n  \"progress\": \"*a*\"\n}\n")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
    ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>\n"),
    ("[a](javascript:alert(1))", "<p>a</p>\n"), ("[a](file:///etc/passwd)", "<p>a</p>\n"),
    ("[a](other.html)", "<p>a</p>\n"),
    ("[a](mailto:x@y.eu \"t\")", "<p><a href=\"mailto:x@y.eu\">a</a></p>\n"),
    ("![a](https://x.eu/p.png)", "<p><a href=\"https://x.eu/p.png\">a</a></p>\n"),
    (
      "[![a](https://x.eu/p.png)](https://y.eu)", "<p><a href=\"https://y.eu\">a</a></p>\n"
    ),
    ("![a](data:image/png;base64,AA)", "<p>a</p>\n"),
    ("a&#27;[31mb&#x202E;c\u{1B}d", "<p>a␛[31mb&lt;U+202E&gt;c␛d</p>\n"),
    ("```x&#27;\n<i>\u{7}\n```", "<pre><code>&lt;i&gt;␇\n</code></pre>\n"),
  ])
  func `what a page must not have is text`(prose: String, html: String) {
    #expect(Self.html(prose) == html)
  }

  @Test func `raw HTML is text in Markdown too`() {
    let written = Self.document("a <b>c</b>\n\n<div>\nd\n</div>").written(.markdown)
    #expect(written.hasSuffix("\n\na \\<b\\>c\\</b\\>\n\n\\<div\\>\nd\n\\</div\\>\n"))
  }

  @Test func `headings go no deeper than the sixth level`() {
    #expect(Self.html("# a\n\n##### b") == "<h4>a</h4>\n<h6>b</h6>\n")
  }

  @Test func `nothing gives nothing`() {
    #expect(Self.document("").written(.markdown) == "## Work\n\n### WP1\n")
  }
}
