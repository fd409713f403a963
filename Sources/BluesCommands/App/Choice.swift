internal import ArgumentParser
internal import BluesCore

/// Finds the command that the first words choose, and meets a mistyped one with the nearest
/// known ones, which the parser does not do.
enum Choice {
  /// The command as far as the words choose one, and the words that are left for it.
  static func command(
    of arguments: [String], root: any ParsableCommand.Type
  ) throws -> (command: any ParsableCommand.Type, rest: ArraySlice<String>) {
    var command = root
    var path = [root.configuration.commandName ?? "blues"]
    for (index, word) in arguments.enumerated() {
      let children = command.configuration.subcommands
      if word.hasPrefix("-") || children.isEmpty || word == "help" {
        return (command, arguments[index...])
      }
      guard let next = children.first(where: { $0.names.contains(word) }) else {
        throw CommandProblem.unknown(
          word, in: path.joined(separator: " "), known: children.map { $0.names[0] })
      }
      command = next
      path.append(next.names[0])
    }
    return (command, [])
  }
}

extension ParsableCommand {
  /// Its name and its aliases.
  static var names: [String] { [_commandName] + configuration.aliases }
}

/// A word that is no command where a command is wanted.
enum CommandProblem: Problem, Equatable {
  case unknown(String, in: String, known: [String])

  var message: String {
    switch self {
    case .unknown(let word, let path, _): "\(path) has no command \(word)."
    }
  }

  var hint: String? {
    switch self {
    case .unknown(let word, let path, let known):
      if let near = EditDistance.nearest(to: word, in: known).first {
        "did you mean \(path) \(near)?"
      } else {
        "known: \(known.joined(separator: ", "))"
      }
    }
  }

  var kind: ProblemKind { .usage }
}
