internal import ArgumentParser
internal import BluesCore

/// A command that changes the project, and the one door it takes to it.
protocol ChangingCommand: ParsableCommand {
  var write: WriteOptions { get }
  /// The lists that it reads; `-` is standard input.
  var inputs: [String] { get }
  /// Whether statements add up what it changes, so that a locked period makes an adjustment of it.
  var isDeclared: Bool { get }
  /// The line of a statement that it changes, such as `K12`.
  var declaredSource: String? { get }
}

extension ChangingCommand {
  var inputs: [String] { [] }
  var isDeclared: Bool { false }
  var declaredSource: String? { nil }

  /// Makes one change and answers it; the history calls it by the full name of the command.
  ///
  /// - Throws: What the change throws; `LostAnswer` when it is made and only its answer failed.
  func change(_ body: (Store) throws -> Answer) throws {
    try door.change { store in
      guard isDeclared else { return try body(store) }
      let effect = try LockedEffect(store)
      var answer = try body(store)
      answer.remarks += try effect.remarks(in: store, of: declaredSource)
      return answer
    }
  }

  /// Makes one change after a question; what would be refused is refused before anybody is asked.
  func change(
    asking question: String, _ confirmation: Confirmation, _ body: (Store) throws -> Answer
  ) throws {
    if !write.isRehearsal, !confirmation.yes {
      try door.rehearse(body)
      try confirmation.ask(question)
    }
    try change(body)
  }

  private var door: ChangeDoor {
    ChangeDoor(
      command: CommandLookup.path(of: Self.self), project: write.project, output: write.output,
      inputs: inputs, isRehearsal: write.isRehearsal)
  }
}

/// What every change goes through.
struct ChangeDoor {
  /// The full name of the command, for the history.
  let command: String
  let project: StoreOptions
  let output: OutputOptions
  var inputs: [String] = []
  let isRehearsal: Bool

  /// Makes the change and answers it.
  ///
  /// The output file is held first: a change whose answer cannot be written is not made.
  func change(_ body: (Store) throws -> Answer) throws {
    try output.refuseCards()
    try output.hold(sparing: project.kept(reading: inputs))
    let store = try project.toWrite(command, isRehearsal: isRehearsal)
    try output.answer(for: store) { try body(store) }
  }

  /// Tries the change and takes it back; of its answer nothing is told.
  func rehearse(_ body: (Store) throws -> Answer) throws {
    _ = try body(project.toRehearse(command))
  }
}
