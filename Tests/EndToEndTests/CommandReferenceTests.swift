import Testing

/// Every command explains itself, and the documents know every command.
@Suite struct `The reference of commands` {
  let tree: CommandTree

  init() throws { tree = try Self.asked.get() }

  private static let asked = Result { try CommandTree.ofBinary() }

  @Test func `it says what the program says`() throws {
    let page = CommandReference.page(tree)
    if Repository.isUpdating {
      try Repository.write(page, to: CommandReference.path)
    }
    let stored = (try? Repository.read(CommandReference.path)) ?? ""
    #expect(stored == page, "\(CommandReference.path) is stale; `make docs` writes it")
  }

  @Test func `the manual pages: it says what the program says`() throws {
    let version = try Place().must("blues --version").split(separator: "\n").joined()
    let exits = try Repository.read("docs/errors.md").split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
      .map { row in
        row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      }
    let pages = ManPage.all(tree, version: version, exits: exits)
    if Repository.isUpdating {
      for page in pages { try Repository.write(page.text, to: page.path) }
    }
    for page in pages {
      let stored = (try? Repository.read(page.path)) ?? ""
      #expect(stored == page.text, "\(page.path) is stale; `make docs` writes it")
    }
    #expect(Repository.files(in: ManPage.folder) == pages.map(\.path).sorted())
  }

  @Test func `the manual pages name the variables that the program asks for`() throws {
    let sources = try Repository.files(below: "Sources/BluesCommands").map(Repository.read)
    let asked = sources.flatMap { $0.matches(of: /variable\("([A-Z_]+)"\)/).map { String($0.1) } }
    let named = ManPage.environment.flatMap { $0.0.split(separator: ", ").map(String.init) }
    #expect(Set(named) == Set(asked))
  }

  @Test func `every command has an abstract`() {
    #expect(tree.all.filter { ($0.abstract ?? "").isEmpty }.map(\.path) == [])
  }

  @Test func `every command that does something shows examples`() {
    let without = tree.leaves.filter { !($0.discussion ?? "").hasPrefix("Examples:\n") }
    #expect(without.map(\.path) == [])
  }

  @Test func `the examples of a command are of that command`() {
    let strangers = tree.spellings().flatMap { command, spellings -> [String] in
      guard command.children.isEmpty, let text = command.discussion else { return [] }
      let examples = text.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("  ") }
      return examples.map { String($0.drop { $0 == " " }) }.filter { example in
        !spellings.contains { example == $0 || example.hasPrefix("\($0) ") }
      }
    }
    #expect(strangers == [])
  }

  @Test func `every command that does something is run in a document`() throws {
    let lines = try Documents.pages.flatMap { page in
      ConsoleDocument(try Repository.read(page)).commands.map(\.text)
    }
    let missing = tree.spellings().filter { command, spellings in
      command.children.isEmpty
        && !lines.contains { line in spellings.contains { line.contains($0) } }
    }
    #expect(missing.map(\.command.path) == [])
  }
}
