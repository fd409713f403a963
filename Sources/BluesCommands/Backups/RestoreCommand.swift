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
        before-restore. blues asks before it replaces one that has later steps. Persons who were \
        erased since are erased again, and the stop list is kept.
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
    let kept = try restore.run(telling: Console.removed).map { path + $0.dropFirst(whole.count) }
    let sentence = withOneStop(sentence(restore, path, kept))
    guard output.chosenFormat == .text else {
      return try output.show(document(restore, path, kept))
    }
    try output.show(line: isRehearsal ? "Dry run, nothing was changed: \(sentence)" : sentence)
    remarks(restore).forEach(Console.say)
  }

  /// What becomes of the erasures and the stop list since the backup.
  private func remarks(_ restore: Restore) -> [String] {
    var remarks: [String] = []
    let again = restore.erasedAgain
    if !again.isEmpty {
      let verb = isRehearsal ? "would be" : agreeing(again.count, "is", "are")
      remarks.append(
        "\(again.joined(separator: ", ")) \(agreeing(again.count, "was", "were")) erased since, and "
          + "\(verb) erased again.")
    }
    for code in restore.doubtful {
      remarks.append(
        "\(code) was erased, and the backup has other steps: look whether it is the same person: "
          + "blues partner contact show \(code). Then erase it, or keep it: "
          + "blues partner contact retention keep \(code)")
    }
    if restore.keptEntries > 0 {
      let verb = isRehearsal ? "would be" : agreeing(restore.keptEntries, "is", "are")
      remarks.append(
        "\(counted(restore.keptEntries, "later entry", "later entries")) of the stop list "
          + "\(verb) kept.")
    }
    if restore.lostEntries > 0 {
      remarks.append(
        "\(counted(restore.lostEntries, "entry", "entries")) of the stop list cannot be kept: the backup "
          + "has a stop list with another key. Add them again: blues partner contact stop add")
    }
    if restore.isUnread {
      remarks.append(
        "Who was erased since, and the stop list since, cannot be read from the file that was there: "
          + "blues partner contact stop list")
    }
    return remarks
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
            Fact("erased_again", "Erased again", .list(restore.erasedAgain)),
            Fact("returning", "Erased, and perhaps another person", .list(restore.doubtful)),
            Fact("stop_list_kept", "Kept of the stop list", .integer(restore.keptEntries)),
          ]))
      ])
  }
}
