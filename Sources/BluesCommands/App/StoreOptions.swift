internal import ArgumentParser
internal import Basics
internal import BluesCore

/// Which project file a command works on.
struct StoreOptions: ParsableArguments, ShownArguments {
  @Option(
    name: .customLong("db"), help: "The project file; default: BLUES_DB, or the nearest blues.db.",
    completion: .file(extensions: ["db"]))
  var path: String?

  @Option(
    name: .customLong("date-order"),
    help: "How dates such as 30.06.2021 are written: dmy, mdy or ymd.")
  var dateOrder: DateOrder?

  var arguments: [(name: String, wrapper: Any)] { [("path", _path), ("dateOrder", _dateOrder)] }

  /// Opens the project to answer a question, once the place of the answer is sure.
  func toRead(
    at day: DateExpression? = nil, for output: some OutputDestination,
    reading inputs: [String] = [], isRehearsal: Bool = false
  ) throws -> Store {
    try output.hold(sparing: kept(reading: inputs))
    let store = try Store.openToRead(
      at: existing(), invocation: invocation("read", isRehearsal: isRehearsal))
    guard let day else { return store }
    let known = try store.asKnown(on: store.day(day))
    store.tellDays()
    return known
  }

  /// Opens the project to change it, under the command's name in the history.
  func toWrite(_ command: String, isRehearsal: Bool = false) throws -> Store {
    let store = try Store.openToWrite(
      at: existing(), invocation: invocation(command, isRehearsal: isRehearsal))
    store.cleared.forEach(Console.removed)
    PlaceWarning.tellOnce(store.path)
    return store
  }

  /// Opens the project to try a change before somebody is asked; nothing is told.
  func toRehearse(_ command: String) throws -> Store {
    try Store.openToWrite(
      at: existing(), invocation: invocation(command, isRehearsal: true))
  }

  /// Who does what and when, and how dates are written.
  func invocation(_ command: String, isRehearsal: Bool = false) throws -> Invocation {
    Invocation(
      command: command, who: Environment.user(), at: Environment.instant(),
      today: try Environment.today(), isRehearsal: isRehearsal, dateOrder: dateOrder,
      days: Clock.days)
  }

  /// What no answer may replace: the project, its papers, and what the command reads.
  func kept(reading inputs: [String]) -> KeptFiles {
    guard let file = Environment.projectFile(path) else { return KeptFiles(inputs: inputs) }
    return KeptFiles(
      project: file,
      papers: {
        try Store.openToRead(at: file, invocation: invocation("read")).documents.paths()
      },
      inputs: inputs)
  }

  private func existing() throws -> String {
    guard let path = Environment.projectFile(path) else { throw EnvironmentProblem.noProject }
    return path
  }
}

extension Store {
  /// The day an expression such as `M18` or `today` means in this project.
  func day(_ expression: DateExpression) throws -> Day {
    try expression.resolve(in: project.dates())
  }

  /// Tells which days were read in the only order possible.
  func tellDays() {
    for remark in invocation.remarks.take() { Console.say(remark) }
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

extension DateOrder: OptionWord {}
