internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Glibc

/// Asks before something is taken away; in a script `--yes` answers.
struct Confirmation: ParsableArguments {
  @Flag(name: .long, help: "Do not ask.")
  var yes = false

  /// Asks a person, who is shown first what it is about; of that nothing is said to a script.
  func ask(_ question: String, showing lines: @autoclosure () throws -> [String] = []) throws {
    if yes { return }
    guard Environment.isTerminal(STDIN_FILENO), Environment.isTerminal(CrashGuard.messages) else {
      throw ConfirmationProblem.needed(question)
    }
    for line in try lines() { Console.say(line) }
    let prompt = Array("\(question) [y/N] ".utf8)
    _ = prompt.withUnsafeBytes { write(CrashGuard.messages, $0.baseAddress, $0.count) }
    guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
      throw ConfirmationProblem.declined
    }
  }
}

/// The answer was not yes.
enum ConfirmationProblem: Problem, Equatable {
  case needed(String)
  case declined

  var message: String {
    switch self {
    case .needed(let question): "\(question) Answering needs a terminal."
    case .declined: "Nothing was changed."
    }
  }

  var hint: String? { self == .declined ? nil : "add --yes" }

  var kind: ProblemKind { self == .declined ? .failed : .usage }
}
