internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of the project.",
    discussion: examples(
      "blues restore backups/blues-2021-03-31T120000Z.db",
      "blues restore before-the-audit.db --dry-run", "blues restore backup.db --db copy.db",
      note: """
        The backup is checked first. A project that is there is kept beside it, under a name with \
        before-restore. blues asks before it replaces one that has later steps.
        """))

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var backup: String
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Check the backup and say what would be replaced: nothing is changed.")
  var isRehearsal = false
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let whole = Environment.projectFile(store.path) ?? "blues.db"
    try output.refuseCards()
    try output.hold(sparing: store.kept(reading: [backup]))
    let restore = try Restore(
      of: backup, to: whole,
      invocation: store.invocation(CommandLookup.path(of: Self.self), isRehearsal: isRehearsal))
    // A project that was looked for is called by its name, one that was named as it was named.
    let named = store.path ?? Environment.variable("BLUES_DB")
    let path = named ?? whole.split(separator: "/").last.map(String.init) ?? whole
    if !isRehearsal { try ask(restore, path) }
    let kept = try restore.run().map { path + $0.dropFirst(whole.count) }
    let sentence = withOneStop(sentence(restore, path, kept))
    guard output.chosenFormat == .text else {
      return try output.show(document(restore, path, kept))
    }
    try output.show(line: isRehearsal ? "Dry run, nothing was changed: \(sentence)" : sentence)
    for code in restore.returning {
      Console.say(
        "\(code) was erased since, and is in the backup: blues partner contact erase \(code) "
          + "--because \"erased before\"")
    }
  }

  private func ask(_ restore: Restore, _ path: String) throws {
    if case .broken(let why) = restore.present {
      return try confirmation.ask("Replace \(path)? It cannot be opened: \(why)")
    }
    guard restore.isOlder else { return }
    try confirmation.ask(
      "Replace \(path), which has later steps than \(backup)? It is kept beside it.")
  }

  private func sentence(_ restore: Restore, _ path: String, _ kept: String?) -> String {
    let standing = restore.standing
    var text =
      "Restored \(path) from \(backup): \(counted(standing.steps, "step")), the last at "
      + standing.last
    if let kept { text += "; what was there is kept as \(kept)" }
    return "\(text)."
  }

  private func document(_ restore: Restore, _ path: String, _ kept: String?) -> Document {
    Document(
      schema: "blues.restore/1",
      blocks: [
        .facts(
          Facts([
            Fact("file", "Project file", .text(path)), Fact("backup", "Backup", .text(backup)),
            Fact("steps", "Steps", .integer(restore.standing.steps)),
            Fact("last", "Last step", .text(restore.standing.last)),
            Fact("kept", "Kept as", .text(orEmpty: kept)),
            Fact("returning", "Erased since, and in the backup", .list(restore.returning)),
          ]))
      ])
  }
}
