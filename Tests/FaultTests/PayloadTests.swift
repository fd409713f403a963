import Foundation
import Testing

/// The payloads of the security list, each through the command that meets it.
@Suite struct `Hostile payloads` {
  static let formulas = """
    organisation,name,email,phone,city
    "=cmd|' /C calc'!A0",@SUM(A1),a@example.org,+48 22 123 45 67,=1+1
    Acme,Zoe,b@example.org,,"＝HYPERLINK(""x"")"

    """
  static let unchanged = "Created    0\nUpdated    0\nUnchanged  2\nRejected   0\n"

  @Test func `S1: formulas come back from CSV as guarded text, and telephone numbers untouched`()
    throws
  {
    let shop = try Workshop([
      "blues.db": Stock.fresh(), "list.csv": Data(Self.formulas.utf8),
    ])
    #expect(try shop.blues("partner", "contact", "import", "list.csv").code == 0)
    let columns = "organisation,name,email,phone,city"
    let csv = try shop.blues("partner", "contact", "export", "--columns", columns)
    #expect(
      csv.output == """
        organisation,name,email,phone,city
        '=cmd|' /C calc'!A0,'@SUM(A1),a@example.org,+48 22 123 45 67,'=1+1
        Acme,Zoe,b@example.org,,"'＝HYPERLINK(""x"")"

        """)
    for name in ["back.csv", "back.xlsx"] {
      #expect(try shop.blues("partner", "contact", "export", "-o", name).code == 0)
      let again = try shop.blues("partner", "contact", "import", name)
      #expect(again.code == 0 && again.output.contains(Self.unchanged), "\(name): \(again)")
    }
  }

  @Test func `S2, S3: markup in a name is text in a page and in a table`() throws {
    let shop = try named("<script>alert(\"1\")</script>|`x`")
    let page = try shop.blues("partner", "list", "--format", "html").output
    #expect(!page.contains("<script"))
    #expect(
      page.contains("<td>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;|`x`</td>"))
    let table = try shop.blues("partner", "list", "--format", "markdown").output
    #expect(
      table.split(separator: "\n").filter { $0.hasPrefix("| EV |") } == [
        "| EV | \\<script\\>alert(\"1\")\\</script\\>\\|\\`x\\` |  |  | beneficiary |  | 0 | 0 |"
      ])
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred", "\\u001b[31mred"),
    ("\u{1B}]52;c;eA==\u{7}", "␛]52;c;eA==␇", "\\u001b]52;c;eA==\\u0007"),
    ("\u{1B}]8;;https://example.org\u{7}", "␛]8;;https://example.org␇", nil),
    ("\u{9B}2J", "<U+009B>2J", "\\u009b2J"), ("a\u{202E}b", "a<U+202E>b", "a\\u202eb"),
    ("a\u{2066}b\u{7F}", "a<U+2066>b␡", "a\\u2066b\\u007f"),
  ])
  func `S5: controls are shown in lists, sentences and file names, and true in data`(
    name: String, shown: String, data: String?
  ) throws {
    let shop = try named(name)
    let text = try shop.blues("partner", "show", "EV")
    #expect(text.output.contains("\nName       \(shown)\n"))
    let complaint = try shop.blues("partner", "show", name).complaint
    #expect(complaint.contains("Not a partner's short name: \(shown). Use 1 to 20 letters"))
    let file = try shop.blues("inspect", "\(name.replacing("/", with: "")).csv").complaint
    for said in [text.output, complaint, file] {
      let controls = said.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(controls.isEmpty)
    }
    guard let data else { return }
    let json = try shop.blues("partner", "show", "EV", "--json").output
    #expect(json.contains("\n  \"name\": \"\(data)\",\n"))
  }

  @Test(arguments: ["NEAR(", "*", "^", ":", "'; DROP TABLE contact; --", "a\" OR \"b", "\"", "-"])
  func `S6: words that mean something to a database are words`(words: String) throws {
    let shop = try Workshop(["blues.db": Stock.planned()])
    let found = try shop.command(["partner", "contact", "search", "--", words]).run()
    #expect(found.code == 0 && found.complaint == "")
    #expect(found.output == "No contact has the words \"\(words)\".\n")
    let name = ["partner", "add", "EV", words, "--db", "blues.db"]
    #expect(try shop.command(name).run().code == 0)
    #expect(try Inspection.of(shop.project).integrity == "ok")
  }

  static let bombs: [(PayloadBook, String)] = [
    (PayloadBook(others: (0...10_000).map { "p\($0)" }), "more than 10,000 parts"),
    (PayloadBook(after: String(repeating: "<x>", count: 300)), "more than 256 nested elements"),
    (
      PayloadBook(strings: "<sst><si><t>\(String(repeating: "x", count: 8 << 20))</t></si></sst>"),
      "more than 7 MB in one cell"
    ),
  ]

  @Test(arguments: bombs.indices)
  func `S7: a workbook beyond any table is refused by what it exceeds`(_ index: Int) throws {
    let (book, what) = Self.bombs[index]
    try expectRefused(book, "The workbook has \(what).")
  }

  static let documentTypes = [
    "<!DOCTYPE sst [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><sst><si><t>&x;</t></si></sst>",
    "<!DOCTYPE sst SYSTEM 'http://example.org/x.dtd'><sst/>",
    "<!DOCTYPE sst [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>",
    "<!DOCTYPE sst [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><sst/>",
  ]

  @Test(arguments: documentTypes)
  func `S8: a document type is refused, and nothing it names is opened`(strings: String) throws {
    try expectRefused(
      PayloadBook(strings: strings),
      "The workbook's part xl/t.xml declares a document type, which no spreadsheet program writes.")
  }

  @Test func `S8: an entity that nobody declared is no text`() throws {
    try expectRefused(
      PayloadBook(strings: "<sst><si><t>&x;</t></si></sst>"),
      "The workbook is damaged in its part xl/t.xml: line 1 of its XML: undefined entity.")
  }

  @Test func `S11: a link in the place of an output is never written through`() throws {
    let shop = try Workshop(["blues.db": Stock.planned(), "precious": Data("mine\n".utf8)])
    symlink("precious", shop.path("link.csv"))
    symlink("nowhere", shop.path("dangling.csv"))
    link(shop.path("precious"), shop.path("twin.csv"))
    for name in ["link.csv", "dangling.csv", "twin.csv"] {
      let refused = try shop.blues("partner", "contact", "export", "-o", name)
      #expect(refused.code == 73)
      #expect(refused.complaint.hasPrefix("blues: \(name) already exists.\n"))
      let forced = try shop.blues("partner", "contact", "export", "--force", "-o", name)
      var found = stat()
      lstat(shop.path(name), &found)
      if name == "twin.csv" {
        #expect(forced.code == 0)
        #expect(found.st_mode == S_IFREG | 0o600)
      } else {
        #expect(forced.code == 73)
        #expect(forced.complaint.hasPrefix("blues: \(name) is a symbolic link: blues does not "))
        #expect(found.st_mode & S_IFMT == S_IFLNK)
      }
    }
    #expect(try shop.read("precious") == Data("mine\n".utf8))
    #expect(
      try shop.names() == [
        "blues.db", "dangling.csv", "link.csv", "precious", "twin.csv",
      ])
  }

  @Test func `S11: a folder, or a device that is full, is told`() throws {
    let shop = try Workshop(["blues.db": Stock.planned()])
    mkdir(shop.path("folder"), 0o700)
    let folder = try shop.blues("partner", "list", "--force", "-o", "folder")
    #expect(folder.code == 73)
    #expect(folder.complaint == "blues: folder cannot be created: Is a directory.\n")
    let nowhere = try shop.blues("partner", "list", "-o", "none/list.csv")
    #expect(nowhere.code == 73)
    #expect(
      nowhere.complaint == "blues: none/list.csv cannot be created: No such file or directory.\n")
    let full = try Command(
      ["/bin/sh", "-c", "exec \"$0\" partner list > /dev/full", Built.blues], in: shop.folder
    ).run()
    #expect(full.code == 74)
    #expect(
      full.complaint == "blues: standard output cannot be written: No space left on device.\n")
    #expect(try shop.names() == ["blues.db", "folder"])
  }

  /// A project with a partner EV of this name.
  private func named(_ name: String) throws -> Workshop {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    #expect(try shop.blues("partner", "add", "EV", name).code == 0)
    return shop
  }

  /// Expects the sentence from the import, which changes nothing, and from the inspection.
  private func expectRefused(_ book: PayloadBook, _ sentence: String) throws {
    let fresh = try Stock.fresh()
    let shop = try Workshop(["blues.db": fresh, "list.xlsx": book.data()])
    for words in [["partner", "contact", "import", "list.xlsx"], ["inspect", "list.xlsx"]] {
      let ending = try shop.command(words).run()
      #expect(ending.code == 65 && ending.output == "")
      #expect(ending.complaint.hasPrefix("blues: list.xlsx: \(sentence)\nhint: "))
    }
    #expect(try shop.read("blues.db") == fresh)
    #expect(try shop.names() == ["blues.db", "list.xlsx"])
  }
}
