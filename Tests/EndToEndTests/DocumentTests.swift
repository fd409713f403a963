import Foundation
import Testing

/// Every session in the documents is typed, and prints what the document says.
@Suite struct `Documents` {
  /// The pages with sessions; `BLUES_SESSION` picks one by its name.
  ///
  /// The tests of the post office run the page that needs a server.
  static var pages: [String] {
    let all =
      ["README.md", "docs/errors.md", "docs/tutorial.md"] + Repository.pages(in: "docs/how-to")
      + Repository.pages(in: "docs/sessions").filter { $0 != "docs/sessions/post-office.md" }
    guard let wanted = Repository.variable("BLUES_SESSION"), !wanted.isEmpty else { return all }
    return all.filter { $0.hasSuffix("/\(wanted).md") || $0 == "\(wanted).md" }
  }

  @Test(arguments: pages)
  func `a page prints what it says`(_ page: String) throws {
    let document = ConsoleDocument(try Repository.read(page))
    try #require(!document.commands.isEmpty, "\(page) has no console block")
    let place = try Place()
    var shown: [String] = []
    for command in document.commands {
      let printed = ConsoleDocument.shown(try place.run(command.text))
      shown.append(printed)
      // A page that is updated must not take in the bytes of a PDF.
      #expect(
        !printed.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 },
        "\(page):\(command.line): $ \(command.text)\nprints what is no text")
      guard !Repository.isUpdating else { continue }
      #expect(
        printed == command.printed,
        "\(page):\(command.line): $ \(command.text)\n`make golden` writes what is printed now")
    }
    guard Repository.isUpdating else { return }
    try Repository.write(document.updated(shown), to: page)
  }

  @Test func `fifty exchanges go from draft to closed in at most 150 commands`() throws {
    let page = ConsoleDocument(try Repository.read("docs/sessions/fifty-exchanges.md"))
    #expect(page.commands.filter { $0.text.hasPrefix("blues ") }.count <= 150)
    let closed = page.commands.filter { $0.text.contains("--where state=closed") }
    #expect(closed.first?.printed == "50")
  }

  @Test func `a session is read as commands and what they print`() {
    let page = """
      Text.

      ```console
      $ one \\
      > two
      printed

      [exit 4]
      $ silent
      ```

      ```sh
      $ never run
      ```
      """
    let document = ConsoleDocument(page)
    #expect(document.commands.map(\.text) == ["one \\\ntwo", "silent"])
    #expect(document.commands.map(\.printed) == ["printed\n\n[exit 4]", ""])
    #expect(document.commands.map(\.line) == [4, 9])
    #expect(document.updated(["printed\n\n[exit 4]", ""]) == page)
  }

  @Test func `every link between pages leads somewhere`() throws {
    let folders = [
      "docs", "docs/decisions", "docs/explanation", "docs/how-to", "docs/reference",
      "docs/sessions",
    ]
    let pages =
      ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Fixtures/README.md"]
      + folders.flatMap { Repository.pages(in: $0) }
    var dead: [String] = []
    for page in pages {
      let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
      for part in try Repository.read(page).components(separatedBy: "](").dropFirst() {
        let target = part.prefix { $0 != ")" && $0 != "#" }
        guard !target.isEmpty, !target.contains("://") else { continue }
        if !Repository.exists(folder + target) { dead.append("\(page): \(target)") }
      }
    }
    #expect(dead == [])
  }
}
