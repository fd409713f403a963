import ArgumentParser
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `One door for a change` {
  /// Every command without subcommands, by the names that lead to it.
  static let leaves: [(path: [String], type: any ParsableCommand.Type)] = leaves(of: Blues.self)

  private static func leaves(
    of command: any ParsableCommand.Type
  ) -> [(path: [String], type: any ParsableCommand.Type)] {
    command.configuration.subcommands.flatMap { child in
      child.configuration.subcommands.isEmpty
        ? [([child._commandName], child)]
        : leaves(of: child).map { ([child._commandName] + $0.path, $0.type) }
    }
  }

  private func project() throws -> (Folder, (String...) -> Int32) {
    let folder = try Folder()
    let path = folder("p.db")
    #expect(Launch.run(["init", "--db", path, "-o", folder("init.txt")]) == 0)
    return (folder, { Launch.run($0 + ["--db", path]) })
  }

  private func commands(_ folder: Folder) throws -> [String] {
    let words = ["history", "--db", folder("p.db"), "--columns", "command", "--no-header"]
    #expect(Launch.run(words + ["--format", "csv", "--force", "-o", folder("h.csv")]) == 0)
    return try folder.text("h.csv").split(separator: "\n").map(String.init)
  }

  @Test func `a command is found by its type under its full name`() {
    for leaf in Self.leaves {
      #expect(CommandLookup.path(of: leaf.type) == leaf.path.joined(separator: " "))
    }
  }

  @Test func `whatever can be rehearsed takes the door`() throws {
    // What makes or replaces whole project files leaves no step in a history; a parcel or a workbook that
    // is made is one beside its step.
    let ofFiles = [
      "blues backup", "blues restore", "blues check", "blues load", "blues share pack",
      "blues share sheet",
    ]
    for leaf in try DumpedCommand.leaves() where !ofFiles.contains(leaf.path) {
      let takesDryRun = leaf.has(option: "dry-run")
      // Lists of duplicates change something only when they are told to merge.
      let changes = leaf.type is any ChangingCommand.Type || leaf.type is any DuplicatesCommand.Type
      #expect(takesDryRun == changes, "\(leaf.path)")
    }
  }

  @Test func `the history has the full names, whatever was typed`() throws {
    let (folder, run) = try project()
    #expect(run("wp", "ms", "add", "MS9", "Example", "--due", "M9", "-o", folder("1.txt")) == 0)
    #expect(run("partner", "org", "add", "Example", "--country", "ES", "-o", folder("2.txt")) == 0)
    #expect(run("partner", "c", "add", "--name", "Ana", "-o", folder("3.txt")) == 0)
    #expect(run("undo", "-o", folder("4.txt")) == 0)
    #expect(
      try commands(folder) == [
        "undo", "partner contact add", "partner organisation add", "workpackage milestone add",
        "init",
      ])
  }

  @Test func `an answer is a sentence for people and a document for programs`() throws {
    let (folder, run) = try project()
    #expect(run("partner", "set", "AV", "--city", "Sète", "-n", "-o", folder("a.txt")) == 0)
    #expect(
      try folder.text("a.txt") == "Dry run, nothing was changed: Changed partner AV.\n")
    #expect(run("partner", "set", "AV", "--city", "Sète", "-o", folder("a.json")) == 0)
    #expect(try folder.text("a.json").contains("\"city\": \"Sète\""))
  }

  @Test(arguments: ["05.06.2020", "06/05/2020", "31.6.2020", "30.06.20"])
  func `a date whose order nobody said changes nothing and leaves no file`(date: String) throws {
    let (folder, run) = try project()
    let before = try folder.text("p.db")
    let names = folder.names
    let amend = ["project", "amend", "--because", "R", "--end", date, "--db", folder("p.db")]
    #expect(Launch.run(amend + ["-o", folder("a.txt")]) == 64)
    #expect(run("wp", "d", "list", "--at", date, "-o", folder("a.txt")) == 64)
    #expect(folder.names == names)
    #expect(try folder.text("p.db") == before)
  }

  @Test func `the order of dates holds for what a command is told`() throws {
    let (folder, run) = try project()
    #expect(
      run(
        "project", "amend", "--end", "30.06.2023", "--on", "01.02.2022", "--because", "R",
        "--date-order", "dmy", "--json", "-o", folder("a.json")) == 0)
    let amendment = try folder.text("a.json")
    #expect(amendment.contains("\"new_end\": \"2023-06-30\""))
    #expect(amendment.contains("\"2022-02-01\""))
    #expect(
      Launch.run([
        "init", "--template", "empty", "--acronym", "W", "--title", "W", "--start", "01.02.2026",
        "--end", "31.01.2028", "--date-order", "dmy", "--db", folder("w.db"), "--json", "-o",
        folder("w.json"),
      ]) == 0)
    #expect(try folder.text("w.json").contains("\"end\": \"2028-01-31\""))
  }
}
