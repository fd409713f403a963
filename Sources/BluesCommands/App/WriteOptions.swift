internal import ArgumentParser

/// What every command that changes the project takes.
struct WriteOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Go all the way, then roll back.")
  var isRehearsal = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// The sentence that tells of a change, or of what the change would have been.
  func sentence(_ text: String) -> String {
    isRehearsal ? "Rehearsal, nothing was changed: \(text)" : text
  }
}
