internal import ArgumentParser
internal import BluesCore

/// Meets a mistyped command with the nearest known ones, which the parser does not do.
enum Suggestions {
  /// Walks the words that choose a command, as far as they do.
  static func check(_ arguments: [String], root: any ParsableCommand.Type) throws {
    var command = root
    var path = [root.configuration.commandName ?? "blues"]
    for word in arguments {
      let children = command.configuration.subcommands
      if word.hasPrefix("-") || children.isEmpty || word == "help" { return }
      guard let next = children.first(where: { $0.names.contains(word) }) else {
        throw CommandProblem.unknown(
          word, in: path.joined(separator: " "), known: children.map { $0.names[0] })
      }
      command = next
      path.append(next.names[0])
    }
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
