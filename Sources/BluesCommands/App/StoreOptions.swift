internal import ArgumentParser
internal import BluesCore

/// Which project file a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: "The project file; otherwise BLUES_DB, or the nearest blues.db.",
    completion: .file(extensions: ["db"]))
  var path: String?

  @Option(
    name: .customLong("date-order"),
    help: "How dates such as 30.06.2021 are written: dmy, mdy or ymd.")
  var dateOrder: DateOrder?

  /// Opens the project to answer a question.
  func toRead(at day: DateExpression? = nil) throws -> Store {
    let invocation = try Self.invocation("read")
    let store = try Store.openToRead(at: existing(), invocation: invocation)
    guard let day else { return store }
    return try store.asKnown(on: day.resolve(in: store.project.dates()))
  }

  /// Opens the project to change it, under the command's name in the history.
  func toWrite(_ command: String, isRehearsal: Bool = false) throws -> Store {
    var store = try Store.openToWrite(
      at: existing(), invocation: Self.invocation(command, isRehearsal: isRehearsal))
    store.onCommit = Commitment.note
    return store
  }

  static func invocation(_ command: String, isRehearsal: Bool = false) throws -> Invocation {
    Invocation(
      command: command, who: Surroundings.user(), at: Surroundings.instant(),
      today: try Surroundings.today(), isRehearsal: isRehearsal)
  }

  private func existing() throws -> String {
    guard let path = Surroundings.projectFile(path) else { throw SurroundingsProblem.noProject }
    return path
  }
}

extension Store {
  /// The day an expression such as `M18` or `today` means in this project.
  func day(_ expression: DateExpression) throws -> Day {
    try expression.resolve(in: project.dates())
  }

  func day(_ expression: DateExpression?) throws -> Day? {
    guard let expression else { return nil }
    return try day(expression)
  }

  /// The day something happened: the one given, else today.
  func dayOrToday(_ expression: DateExpression?) throws -> Day {
    try day(expression) ?? invocation.today
  }
}
