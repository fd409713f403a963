internal import ArgumentParser
internal import BluesCore
internal import Documents

/// What every command that changes the project takes.
struct WriteOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Go all the way, then roll back.")
  var isRehearsal = false

  @OptionGroup var project: StoreOptions
  @OptionGroup var output: OutputOptions

  /// The project file, which opens once the place of the answer is sure.
  var store: Opening { Opening(project: project, output: output) }

  /// The sentence that tells of a change, or of what the change would have been.
  func sentence(_ text: String) -> String {
    isRehearsal ? "Rehearsal, nothing was changed: \(text)" : text
  }

  /// Opens the project to change it.
  struct Opening {
    fileprivate let project: StoreOptions
    fileprivate let output: OutputOptions

    /// Holds the output file first: a change whose answer cannot be written is not made.
    func toWrite(_ command: String, isRehearsal: Bool) throws -> Store {
      guard output.chosenFormat != .vcard else { throw OutputProblem.noCard }
      try output.claimFile()
      return try project.toWrite(command, isRehearsal: isRehearsal)
    }
  }
}
