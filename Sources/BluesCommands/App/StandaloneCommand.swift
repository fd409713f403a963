internal import ArgumentParser

/// One command without the tree it stands in, for the quick way to it.
///
/// It shows the parser the command's arguments as its own, and differs in two things, each of
/// which spares the runtime searches at every start: another program seems to stand above it, so
/// a request of completions is not looked for, which `blues completion` answers; and it knows no
/// words for help. What the words mean is the same, and no text of it is ever shown: when the
/// words do not fit, the whole tree says why, or helps.
struct StandaloneCommand<Command: ParsableCommand>: ParsableCommand, CustomReflectable {
  static var configuration: CommandConfiguration {
    CommandConfiguration(_superCommandName: "", helpNames: [])
  }

  private(set) var command = Command()

  init() {}

  init(from decoder: any Decoder) throws { command = try Command(from: decoder) }

  var customMirror: Mirror { Mirror(reflecting: command) }

  mutating func validate() throws { try command.validate() }
}

extension ParsableCommand {
  /// The command the words make; nil when they do not fit, or ask for help.
  static func standalone(_ words: [String]) -> (any ParsableCommand)? {
    (try? StandaloneCommand<Self>.parseAsRoot(words) as? StandaloneCommand<Self>)?.command
  }
}
