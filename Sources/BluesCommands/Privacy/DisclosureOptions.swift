internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Glibc

/// To whom data of persons go, and the line about it in the history.
struct DisclosureOptions: ParsableArguments, ShownArguments {
  @Option(
    name: .customLong("for"),
    help: "Who gets it, such as \"Hotel Ibis\"; the history notes it, with the number of persons.")
  var recipient: String?

  var arguments: [(name: String, wrapper: Any)] { [("recipient", _recipient)] }
}

/// A command that gives data of persons out.
protocol DisclosingCommand: ParsableCommand {
  var disclosure: DisclosureOptions { get }
  var store: StoreOptions { get }
}

extension DisclosingCommand {
  /// Notes in the history that data of so many persons were given out of a project, once they are.
  ///
  /// What only a terminal has shown was not given out. Out of a project that nobody may write here
  /// data go all the same, and that is told.
  ///
  /// - Throws: `UnnotedDisclosure` where the project could be written, and was not.
  func note(
    _ content: Disclosure.Content, as form: String, of people: Int, outOf project: Store,
    to output: some OutputDestination
  ) throws {
    let isShown = output.path == nil && Environment.isTerminal(STDOUT_FILENO)
    guard people > 0, !isShown else { return }
    var project = project
    do {
      try project.endView()
      try project.refuseFullDisk()
      let writing = try store.toWrite(CommandLookup.path(of: Self.self))
      do {
        try writing.note(
          Disclosure(content, as: form, of: people, to: disclosure.recipient))
      } catch {
        throw writing.isChanged ? LostAnswer(cause: error) : error
      }
    } catch let problem as any Problem {
      let unnoted = UnnotedDisclosure(cause: problem)
      guard problem.kind == .notPermitted else { throw unnoted }
      Console.say(unnoted.message)
    }
  }
}

/// Data of persons are out, and the history says nothing of it.
struct UnnotedDisclosure: Problem {
  let cause: any Problem

  var message: String { "Not noted in the history: \(cause.message)" }
  var hint: String? {
    "the data are written; run the command again when the project can be written"
  }
  var kind: ProblemKind { cause.kind }
}
