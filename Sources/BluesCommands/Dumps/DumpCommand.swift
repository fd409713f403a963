internal import ArgumentParser
internal import Basics
internal import BluesCore

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Write the whole project as one text, for git and for eyes.",
    discussion: examples(
      "blues dump -o project.jsonl", "blues dump | git diff --no-index project.jsonl -",
      note: """
        One record a line, in order, with the whole history: the same project gives the same text. \
        blues load makes a project file of it. It has the personal data of the project.
        """))

  @OptionGroup var store: StoreOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    let store = try store.toRead(for: file)
    let progress = Progress()
    try file.stream { stream in
      try store.textDump.write(telling: { progress.tell(rows: $0) }) { try stream.write($0) }
    }
    progress.end()
  }
}
