import Testing

/// What each room may lean on.
///
/// The compiler lets an undeclared import through when another target builds the module first,
/// so the sources are read.
@Suite struct `The walls` {
  static let allowed: [String: Set<String>] = [
    "blues": ["BluesCommands"],
    "BluesCommands": [
      "ArgumentParser", "Basics", "BluesCore", "Documents", "FoundationEssentials", "Glibc",
      "PostOffice", "Tabular",
    ],
    "BluesCore": [
      "Basics", "CData", "CDigest", "CSQLite", "CSodium", "Documents", "Foundation",
      "FoundationEssentials", "GRDB", "GRDBSQLite", "Glibc", "Synchronization", "Tabular",
    ],
    "Documents": ["Basics", "CMarkdown", "CXlsxWriter", "CZlib", "Glibc"],
    "PostOffice": ["Basics", "CDigest", "CPostgres", "Glibc"],
    "Tabular": ["Basics", "CExpat", "CZlib", "Glibc"],
    "Basics": [],
  ]

  @Test func `the sources are found and every target is known`() {
    #expect(SourceFile.all.count > 200)
    #expect(Set(SourceFile.all.map(\.target)) == Set(Self.allowed.keys))
  }

  @Test func `a target imports what it may and nothing else`() {
    let breaches = SourceFile.all.flatMap { file in
      file.imports.filter { Self.allowed[file.target]?.contains($0) != true }
        .map { "\(file.path) imports \($0)" }
    }
    #expect(breaches == [])
  }

  @Test func `values and programme know no database`() {
    let files = SourceFile.of("BluesCore").filter { ["Values", "Programme"].contains($0.room) }
    let breaches = files.filter {
      !Set($0.imports).isDisjoint(with: ["GRDB", "GRDBSQLite", "CSQLite"])
    }
    #expect(breaches.map(\.path) == [])
  }

  @Test func `values stand on the ground floor and data alone`() {
    let files = SourceFile.of("BluesCore").filter { $0.room == "Values" }
    let breaches = files.filter {
      !Set($0.imports).isSubset(of: ["Basics", "CData", "Synchronization"])
    }
    #expect(breaches.map { "\($0.path) \($0.imports)" } == [])
  }

  @Test func `what the ground floor has is nowhere built again`() {
    let ground = Set(
      SourceFile.of("Basics").flatMap { Declaration.of($0) }.filter(\.isTopLevel).map(\.name))
    let above = SourceFile.all.filter { $0.target != "Basics" }.flatMap { Declaration.of($0) }
    #expect(ground.isSuperset(of: ["Day", "Digest", "EditDistance", "Folding", "Problem"]))
    #expect(above.filter { ground.contains($0.name) }.map(\.place) == [])
  }

  @Test func `only the imports read lists`() {
    let core = SourceFile.of("BluesCore")
    let lists = core.filter { $0.imports.contains("Tabular") && $0.room != "Imports" }
    // An erasure looks into archives for a person's data, and reads no list.
    #expect(lists.map(\.path) == ["BluesCore/Privacy/FolderScan.swift"])
  }

  @Test func `rows of the store are read by what throws, never by what ends the program`() {
    let breaches = SourceFile.of("BluesCore").filter { $0.imports.contains("GRDB") }.flatMap {
      $0.places { Self.readsRow($0) }
    }
    #expect(breaches == [])
  }

  @Test(arguments: [
    ("id = row[\"\"]", true), ("let day = now?[\"\"] ?? x", true), ("$0[\"\"]", true),
    ("first { f($0) }?[\"\"]", true), ("words[row[0], default: []]", true),
    ("hooks.keptByUndo[\"\"] = x", false), ("try row.value(\"\")", false), ("[\"\": 1]", false),
  ])
  func `what ends the program at a wrong value is told from what does not`(
    line: String, isForbidden: Bool
  ) {
    #expect(Self.readsRow(line) == isForbidden)
  }

  /// A subscript with a column's name, or one of a row with a number.
  private static func readsRow(_ line: String) -> Bool {
    let byName = line.ranges(of: "[\"\"]").contains { range in
      guard let before = line[..<range.lowerBound].last else { return false }
      let isSubscript = before.isLetter || before.isNumber || "?)_".contains(before)
      // What the rooms hand the store, the facts of a template and roles by column are no rows.
      let head = line[..<range.lowerBound]
      return isSubscript && !head.contains("hooks.")
        && !["said", "roles"].contains { head.hasSuffix($0) }
    }
    return byName
      || line.ranges(of: "row[").contains { range in
        line[range.upperBound...].first?.isNumber == true
      }
  }
}
