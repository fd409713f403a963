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

  /// Notes in the history that data of so many persons were given out, once they are.
  ///
  /// What only a terminal has shown was not given out. A project that cannot be written is told.
  func note(
    _ content: Disclosure.Content, as form: String, of people: Int, by command: String,
    from project: StoreOptions, to output: some OutputDestination
  ) {
    let isShown = output.path == nil && Environment.isTerminal(STDOUT_FILENO)
    guard people > 0, !isShown else { return }
    do {
      try project.toWrite(command).note(
        Disclosure(content, as: form, of: people, to: recipient))
    } catch let problem as any Problem {
      Console.say("Not noted in the history: \(problem.message)")
    } catch {
      Console.say("Not noted in the history: \(error)")
    }
  }
}
