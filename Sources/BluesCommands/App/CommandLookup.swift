internal import ArgumentParser
internal import Basics
internal import BluesCore

/// Finds commands in the tree: by the words that choose one, or by its type.
enum CommandLookup {
  /// The command as far as the words choose one, and the words that are left for it.
  ///
  /// - Throws: `CommandProblem.unknown` with the nearest known command, which the parser does not
  ///   offer.
  static func command(
    of arguments: [String], root: any ParsableCommand.Type
  ) throws -> (command: any ParsableCommand.Type, rest: ArraySlice<String>) {
    let chosen = try walk(arguments, from: root)
    return (chosen.command, arguments.dropFirst(chosen.path.count))
  }

  /// The command that the words choose, and the names on the way to it.
  private static func walk(
    _ words: [String], from root: any ParsableCommand.Type
  ) throws(CommandProblem) -> (command: any ParsableCommand.Type, path: [String]) {
    var command = root
    var path: [String] = []
    for word in words {
      let children = command.configuration.subcommands
      if word.hasPrefix("-") || children.isEmpty || word == "help" { break }
      guard let next = children.first(where: { $0.names.contains(word) }) else {
        throw .unknown(
          word, in: ([root.configuration.commandName ?? "blues"] + path).joined(separator: " "),
          known: children.filter { $0.configuration.shouldDisplay }.map { $0.names[0] })
      }
      command = next
      path.append(next.names[0])
    }
    return (command, path)
  }

  /// The full name of a command below the root, such as `workpackage deliverable submit`; what
  /// the history calls a change.
  ///
  /// Most often it is the one that was typed; to look for it takes longer than a small change.
  static func path(
    of wanted: any ParsableCommand.Type, root: any ParsableCommand.Type = Blues.self
  ) -> String {
    let typed = try? walk(Array(CommandLine.arguments.dropFirst()), from: root)
    if let typed, typed.command == wanted { return typed.path.joined(separator: " ") }
    return path(to: wanted, from: root)?.joined(separator: " ") ?? wanted._commandName
  }

  private static func path(
    to wanted: any ParsableCommand.Type, from command: any ParsableCommand.Type
  ) -> [String]? {
    let children = command.configuration.subcommands
    if let child = children.first(where: { $0 == wanted }) { return [child._commandName] }
    for child in children {
      if let path = path(to: wanted, from: child) { return [child._commandName] + path }
    }
    return nil
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
