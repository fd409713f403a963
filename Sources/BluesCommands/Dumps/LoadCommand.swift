internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Make a new project file of a dump.",
    discussion: examples(
      "blues load project.jsonl --db copy.db", "blues load - --dry-run < project.jsonl",
      note: """
        The text may come from anybody: a line that is not a record of a project is refused with \
        its number, and nothing is left. blues check looks at the rest.
        """))

  @Argument(
    help: ArgumentHelp("The dump; - is standard input.", valueName: "file"), completion: .file())
  var dump: String
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Try it and roll back: no file is made.")
  var isRehearsal = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = store.path ?? Environment.variable("BLUES_DB") ?? "blues.db"
    let invocation = try store.invocation(
      CommandLookup.path(of: Self.self), isRehearsal: isRehearsal)
    try output.refuseCards()
    try output.hold(sparing: KeptFiles(project: path, inputs: [dump]))
    let progress = Progress()
    let source: ByteSource
    do throws(TabularProblem) {
      source = try dump == "-" ? ByteSource.file(descriptor: 0) : ByteSource.regularFile(at: dump)
    } catch {
      throw ListProblem(file: ListFile.lastPart(dump), problem: error)
    }
    let loaded = try DumpLoad.create(
      at: path, invocation: invocation, telling: { progress.tell(rows: $0) }
    ) {
      var bytes: [UInt8] = []
      _ = try source.next(into: &bytes)
      return bytes
    }
    progress.end()
    guard let loaded else {
      return try output.show(line: "Dry run, no file was made: \(dump) makes a project.")
    }
    try output.answer(for: loaded) {
      let steps = try loaded.history.steps().count
      return Answer(
        "Loaded \(path) from \(dump): \(counted(steps, "step")).",
        Document(
          schema: "blues.load/1",
          blocks: [
            .facts(
              Facts([Fact("file", "File", .text(path)), Fact("steps", "Steps", .integer(steps))]))
          ]))
    }
  }
}
