internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the project file, complete and verified.",
    discussion: examples(
      "blues backup backups/ --keep 7", "blues backup before-the-audit.db",
      "blues backup /media/stick --encrypt age1...",
      note: """
        Others may go on working. The copy gets its name when it was read again and has the same \
        rows. Registered files beside the project, such as those in blues.papers, are not in it.
        """))

  @Argument(
    help: ArgumentHelp("A folder, or a file that does not exist yet.", valueName: "file-or-folder"),
    completion: .file())
  var goal: String
  @Option(
    help: """
      Keep this many backups in the folder, which is made where it is new; earlier ones of this \
      project are removed.
      """)
  var keep: Int?
  @Option(help: "Encrypt it with age for this recipient, such as age1... or an ssh key.")
  var encrypt: String?
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Say what would be written and removed: nothing is changed.")
  var isRehearsal = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let encrypting = try encrypt.map { recipient in try AgeProcess(recipient: recipient) }
    let store = try store.toRead(for: output, isRehearsal: isRehearsal)
    try output.answer(for: store) {
      let progress = Progress()
      defer { progress.end() }
      let made = try store.backup.make(
        to: goal, keep: keep, encrypting: encrypting.map { age in { try age.encrypt($0, to: $1) } }
      ) { progress.tell($0, of: $1, "pages") }
      made.cleared.forEach(Console.removed)
      return answer(made)
    }
  }

  private func answer(_ made: Backup.Made) -> Answer {
    let name = Environment.projectFile(store.path) ?? ""
    var sentence =
      "Backed up \(name.split(separator: "/").last.map(String.init) ?? name) to \(made.path): "
      + counted(made.steps, "step")
    if !made.removed.isEmpty {
      sentence += ", \(counted(made.removed.count, "earlier backup")) removed"
    }
    sentence += "."
    let remarks =
      made.files == 0
      ? []
      : [
        "\(counted(made.files, "registered file")) "
          + "\(agreeing(made.files, "is", "are")) not in it: copy the folder of papers as well."
      ]
    return Answer(
      sentence,
      Document(
        schema: "blues.backup/1",
        blocks: [
          .facts(
            Facts([
              Fact("file", "File", .text(made.path)), Fact("bytes", "Bytes", .integer(made.bytes)),
              Fact("steps", "Steps", .integer(made.steps)),
              Fact("removed", "Removed", .list(made.removed)),
              Fact("files_not_in_it", "Registered files not in it", .integer(made.files)),
            ]))
        ]), remarks: remarks)
  }
}
