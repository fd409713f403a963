internal import ArgumentParser
internal import BluesCore

/// A command that changes the project, and the one door it takes to it.
protocol ChangingCommand: ParsableCommand {
  var write: WriteOptions { get }
  /// The lists that it reads; `-` is standard input.
  var inputs: [String] { get }
}

extension ChangingCommand {
  var inputs: [String] { [] }

  /// Makes one change and answers it; the history calls it by the full name of the command.
  ///
  /// The output file is held first: a change whose answer cannot be written is not made.
  ///
  /// - Throws: What the change throws; `LostAnswer` when it is made and only its answer failed.
  func change(_ body: (Store) throws -> Answer) throws {
    try write.output.refuseCards()
    try write.output.hold(sparing: write.project.kept(reading: inputs))
    let store = try write.project.toWrite(
      CommandLookup.path(of: Self.self), isRehearsal: write.isRehearsal)
    try write.output.answer(for: store) { try body(store) }
  }
}
