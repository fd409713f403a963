import Testing

/// docs/reference/schemas has the form of every JSON document, as the commands print it.
@Suite struct `JSON schemas` {
  /// Pages whose commands print every document between them, and what is typed after them.
  private static let pages: [(page: String, further: [String])] = [
    ("docs/how-to/after-an-exchange.md", []),
    (
      "docs/how-to/answer-a-person.md",
      [
        "blues partner contact dossier C1", inDoubt,
        "blues partner contact retention keep C1 --db doubt.db",
      ]
    ),
    ("docs/how-to/amend-the-project.md", ["blues report status"]),
    ("docs/how-to/back-up.md", []), ("docs/how-to/check-an-exchange.md", []),
    ("docs/how-to/close-a-period.md", []),
    (
      "docs/how-to/compare-the-plan.md",
      ["blues project baseline show \"Annex 1\"", "blues project period list"]
    ),
    ("docs/how-to/documents.md", []), ("docs/how-to/postpone-a-task.md", []),
    ("docs/how-to/find-duplicates.md", ["blues partner contact duplicates --merge sure --yes"]),
    ("docs/how-to/inspect-a-file.md", []), ("docs/how-to/keep-receipts.md", []),
    (
      "docs/how-to/rebuild-a-project.md",
      ["blues project period list", "blues project period export"]
    ),
    (
      "docs/how-to/hand-in-the-reports.md",
      ["blues partner contact letter Fixtures/invitation.md --where country=DE"]
    ),
    (
      "docs/sessions/estimates.md",
      ["blues partner payment share NP 40 --because \"The agreement\""]
    ),
    ("docs/how-to/match.md", []),
    ("docs/how-to/papers.md", []),
    ("docs/how-to/record-effort.md", ["blues report effort --period RP1"]),
    (
      "docs/how-to/pay.md",
      [
        "blues exchange agreement EX-001 --kind quality-commitment", "blues report exchanges",
        "blues report partner ZINNAE", "blues next", "blues find agua",
      ]
    ),
    ("docs/how-to/undo-an-import.md", []),
    ("docs/how-to/what-is-next.md", ["blues report partner NP"]),
    (
      "docs/sessions/contacts.md",
      ["blues partner contact import Fixtures/members-de.tsv Fixtures/members-cz.csv --dry-run"]
    ),
    ("docs/sessions/activities.md", []), ("docs/sessions/formats.md", []),
    ("docs/sessions/plan.md", []), ("docs/sessions/money.md", []),
    (
      "docs/sessions/parcels.md",
      [
        "blues share key show --db bnpt/blues.db", "blues share status --db bnpt/blues.db",
        "blues share pack coordinator -o shared --json --db np/blues.db",
        // A copy that has nothing to do.
        "blues share status --db np/blues.db",
      ]
    ),
    (
      "docs/sessions/sheet.md",
      [
        "blues share review", "blues share sheet NP -o again.xlsx --json",
        "blues share receive bare.xlsx --from NP --json",
      ]
    ),
    ("docs/sessions/progress.md", ["blues report status"]),
    (
      "docs/sessions/report.md",
      [
        "blues report text template --partner NP --period RP1 --json",
        "blues report technical --period RP1", "blues report final", "blues report leaving NP",
      ]
    ),
  ]

  /// Leaves a contact in doubt: it has the number of a person who was erased before the restore.
  private static let inDoubt = [
    "blues init --db doubt.db", "blues backup earlier.db --db doubt.db",
    "BLUES_TODAY=2021-03-01 blues partner contact add --name Iva --partner NP --db doubt.db",
    "blues backup iva.db --db doubt.db", "blues restore earlier.db --yes --db doubt.db",
    "blues partner contact add --name Jan --partner NP --db doubt.db",
    "blues partner contact erase C1 --because Request --yes --db doubt.db",
    "blues restore iva.db --yes --db doubt.db",
  ].map { "\($0) > said.txt 2>&1" }.joined(separator: " && ")

  /// The index of a pack stands in its archive, that of all reports in their folder.
  private static let notPrinted: Set<String> = ["audit", "cost-pack", "report-index"]

  @Test func `the schemas: it says what the program says`() async throws {
    let files = try await Self.seen()
    if Repository.isUpdating {
      for file in files { try Repository.write(file.text(), to: file.path) }
    }
    for file in files {
      let stored = (try? Repository.read(file.path)) ?? ""
      #expect(try stored == file.text(), "\(file.path) is stale; `make docs` writes it")
    }
    let described = Repository.files(in: JSONSchemaFile.folder).filter {
      !JSONSchemaFile.ofPostOffice.contains($0)
    }
    #expect(described == files.map(\.path).sorted())
  }

  @Test func `there is one for every document in the sources`() throws {
    let sources = try Repository.files(below: "Sources").map(Repository.read)
    let named = sources.flatMap { $0.matches(of: /"blues\.([a-z.-]+)\/1"/).map { String($0.1) } }
    let described = Repository.files(in: JSONSchemaFile.folder)
    let wanted = Set(named).subtracting(Self.notPrinted).map {
      "\(JSONSchemaFile.folder)/\($0).json"
    }
    #expect(Set(wanted).subtracting(described) == [])
  }

  /// What the commands of all pages print, with what has one schema taken together.
  private static func seen() async throws -> [JSONSchemaFile] {
    let paths = try CommandTree.ofBinary().spellings().flatMap { command, spellings in
      spellings.map { (typed: $0, path: command.path) }
    }
    let files = try await withThrowingTaskGroup(of: [String: JSONSchemaFile].self) { group in
      for (page, further) in pages {
        group.addTask { try documents(of: page, further, known: paths) }
      }
      return try await group.reduce(into: [String: JSONSchemaFile]()) { files, found in
        files.merge(found) { $0.union($1) }
      }
    }
    return files.values.sorted { $0.name < $1.name }
  }

  /// Types each command of a page, and those after it, with `--json`.
  private static func documents(
    of page: String, _ further: [String], known: [(typed: String, path: String)]
  ) throws -> [String: JSONSchemaFile] {
    let place = try Place()
    let typed = ConsoleDocument(try Repository.read(page)).commands.map(\.text) + further
    var files: [String: JSONSchemaFile] = [:]
    // All reports would be made once more, also as PDF and Word; their index stands in their folder.
    for text in typed where !text.hasPrefix("blues report all") {
      guard let printed = try printed(text, in: place), let value = try? JSONText(printed),
        case .object(let members) = value, case .string(let name)? = members["schema"]
      else { continue }
      let paths = known.filter { text == $0.typed || text.hasPrefix("\($0.typed) ") }
      let path = paths.max { $0.typed.utf8.count < $1.typed.utf8.count }?.path ?? "blues"
      let file = JSONSchemaFile(name: name, commands: [path], shape: JSONShape(value))
      files[name] = files[name]?.union(file) ?? file
    }
    return files
  }

  /// What a command prints as JSON; nil for what is not one command that can.
  private static func printed(_ text: String, in place: Place) throws -> String? {
    let isPlain = text.hasPrefix("blues ") && !text.contains { "|<>;&".contains($0) }
    let words = text.split(separator: " ")
    let chooses = words.contains { ["--format", "-o", "--output", "--json"].contains($0) }
    guard isPlain, !chooses else {
      let ran = try place.run(isPlain ? "\(text) 2>/dev/null" : text)
      return ran.output
    }
    let ran = try place.run("\(text) --json 2>/dev/null")
    guard ran.exit == 64 else { return ran.output }
    _ = try place.run(text)
    return nil
  }
}
