internal import ArgumentParser
internal import BluesCore

/// A verb that moves a kind of record to a state.
protocol RecordMove: Sendable {
  associatedtype R: StatefulRecord
  static var verb: String { get }
  static var state: R.State { get }
}

/// Records that a record came into a state.
struct MoveRecord<Move: RecordMove>: ChangingCommand {
  static var configuration: CommandConfiguration {
    let register = Move.R.register
    return CommandConfiguration(
      commandName: Move.verb,
      abstract: "Record that a \(register.noun) has \(Move.state.rawValue).",
      discussion: examples("blues \(register.path) \(Move.verb) \(register.example) --note \"…\""))
  }

  @Argument(
    help: ArgumentHelp(
      "The \(Move.R.register.noun), such as \(Move.R.register.example); several may be named."),
    transform: { try Read.code($0) })
  var codes: [Move.R.Code]
  @Option(help: "The day; default: today.", transform: Read.date)
  var on: DateExpression?
  @Option(help: "What happened and what was done.")
  var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let moved = try store.records(Move.R.self).move(
        codes, to: Move.state, on: store.dayOrToday(on), note: note)
      let names = moved.map(\.code.description).joined(separator: ", ")
      let day = moved.first?.stateOn.map { " since \($0)" } ?? ""
      return Answer(
        "\(names): \(Move.state.rawValue)\(day).", Move.R.register.page(moved))
    }
  }
}
