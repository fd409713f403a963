internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct IntegrityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the whole project: file, values, history, documents.",
    discussion: examples(
      "blues check", "blues check --json", "blues check --repair",
      note: """
        Looks at the file, references, the values of every record, sums, the history back to its \
        first step, and the files of documents. Each fault has a way out. Ends with exit 65 when \
        there is one. --repair builds indexes anew and clears leftovers, which cannot lose anything.
        """))

  @Flag(help: "Build all indexes and the search anew, then check.")
  var repair = false
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "With --repair: try it and roll back.")
  var isRehearsal = false
  @OptionGroup var project: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try open()
    let progress = Progress()
    let parts = IntegrityCheck.Part.allCases
    let faults = try store.integrity.faults { part in
      progress.tell((parts.firstIndex(of: part) ?? 0) + 1, of: parts.count, part.rawValue)
    }
    progress.end()
    for name in store.integrity.leftovers() {
      Console.say("\(name) was left by an interrupted command: blues check --repair removes it.")
    }
    guard !faults.isEmpty || output.chosenFormat != .text else {
      return try output.show(
        line: "No faults: \(parts.map(\.rawValue).joined(separator: ", ")) are in order.")
    }
    try output.show(
      Document(
        schema: "blues.integrity/1", title: output.isPage ? "Faults" : nil,
        blocks: [
          .table(
            Table(
              noun: "faults", emptySentence: "No faults.", fields: IntegrityFault.fields,
              rows: faults))
        ]))
    guard !faults.isEmpty else { return }
    Console.say("\(counted(faults.count, "fault")) found.")
    throw ExitCode(ProblemKind.badData.exitCode)
  }

  /// Opens the project, after the repair where one is wanted.
  private func open() throws -> Store {
    guard repair else { return try project.toRead(for: output) }
    try output.hold(sparing: project.kept(reading: []))
    let store = try project.toWrite(CommandLookup.path(of: Self.self), isRehearsal: isRehearsal)
    let built = try store.repair.run()
    let said = isRehearsal ? "Dry run: would build" : "Built"
    let missing = built.isEmpty ? "" : ", of which \(built.joined(separator: ", ")) were missing"
    Console.say("\(said) the search and all indexes anew\(missing).")
    return store
  }
}
