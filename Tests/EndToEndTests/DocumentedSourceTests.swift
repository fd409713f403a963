import Foundation
import Testing

/// What pages say of the sources is so: the code they show, the files they name, their headings.
@Suite struct `Pages and sources` {
  /// The pages that are kept true; decisions and the changelog tell of what was.
  static let pages =
    ["README.md", "CONTRIBUTING.md"]
    + ["docs", "docs/explanation", "docs/how-to", "docs/reference", "docs/sessions"]
    .flatMap { Repository.pages(in: $0) }

  @Test(arguments: pages)
  func `code that a page shows is in the file it names`(_ path: String) throws {
    for excerpt in try MarkdownPage(path).excerpts {
      guard Repository.exists(excerpt.file) else {
        Issue.record("\(path):\(excerpt.line): there is no \(excerpt.file)")
        continue
      }
      let text = try Repository.read(excerpt.file)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let stranger = excerpt.stranger(in: text)
      #expect(stranger == nil, "\(path):\(excerpt.line): \(excerpt.file) reads otherwise")
    }
  }

  @Test func `every file that a page names in back ticks is there`() throws {
    let sources =
      try Repository.files(below: "Sources") + Repository.files(below: "Tests") + ["Package.swift"]
    let folders = ["Sources/", "Tests/", "docs/", ".ci/"]
    var missing: [String] = []
    for path in Self.pages {
      for word in try MarkdownPage(path).quoted where !word.contains(" ") {
        let isThere =
          if word.hasSuffix(".swift") {
            sources.contains { $0 == word || $0.hasSuffix("/\(word)") }
          } else if folders.contains(where: word.hasPrefix), !word.contains("*") {
            Repository.exists(word)
          } else {
            true
          }
        if !isThere { missing.append("\(path): \(word)") }
      }
    }
    #expect(missing == [])
  }

  @Test func `every link to a heading meets it`() throws {
    var dead: [String] = []
    for path in Self.pages + Repository.pages(in: "docs/decisions") {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      for part in try Repository.read(path).components(separatedBy: "](").dropFirst() {
        let target = part.prefix { $0 != ")" }
        let halves = target.split(separator: "#", omittingEmptySubsequences: false)
        guard halves.count == 2, !target.contains("://"), !target.contains("\n") else { continue }
        let page = halves[0].isEmpty ? path : folder + halves[0]
        guard Repository.exists(page) else { continue }
        if try !MarkdownPage(page).anchors.contains(String(halves[1])) {
          dead.append("\(path): \(target)")
        }
      }
    }
    #expect(dead == [])
  }

  @Test func `the index of the documents lists every page`() throws {
    let index = try Repository.read("docs/README.md")
    let pages = Self.pages.filter { $0.hasPrefix("docs/") && $0 != "docs/README.md" }
    #expect(pages.filter { !index.contains("](\($0.dropFirst("docs/".count)))") } == [])
    let decisions = try Repository.read("docs/decisions/README.md")
    let unlisted = Repository.pages(in: "docs/decisions").filter { page in
      let name = page.split(separator: "/").last.map(String.init) ?? page
      return name != "README.md" && !decisions.contains("](\(name))")
    }
    #expect(unlisted == [])
  }

  @Test func `an excerpt is compared line by line, and may leave lines out`() {
    let page = MarkdownPage(
      "page.md",
      """
      ## Add a record, or two

      In `Sources/A.swift` and `words`:

      ```swift Sources/A.swift
      one {
      …
        three
      ```

      ```console
      $ echo `date`
      ```
      """)
    #expect(page.anchors == ["add-a-record-or-two"])
    #expect(page.quoted == ["Sources/A.swift", "words"])
    #expect(page.excerpts.map(\.file) == ["Sources/A.swift"])
    #expect(page.excerpts.map(\.line) == [5])
    let excerpt = page.excerpts[0]
    #expect(excerpt.stranger(in: ["  one {", "", "    two", "    three", "  }"]) == nil)
    #expect(excerpt.stranger(in: ["one {", "two", "  four", "}"]) == "three")
    #expect(excerpt.stranger(in: ["three", "one {"]) == "three")
  }
}
