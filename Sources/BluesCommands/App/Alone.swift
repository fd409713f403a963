internal import ArgumentParser

/// One command without the tree it stands in, for the quick way to it.
///
/// Saying that another program stands above it spares the parser its search for a request of
/// completions at every start, which took a quarter of a short command's time; `blues completion`
/// answers that request. What the words mean is the same, and no text of it is ever shown: when
/// the words do not fit, the whole tree says why.
struct Alone<Command: ParsableCommand>: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(_superCommandName: "") }

  @OptionGroup var command: Command
}

extension ParsableCommand {
  /// The command the words make; nil when they do not fit, or ask for help.
  static func alone(_ words: [String]) -> (any ParsableCommand)? {
    (try? Alone<Self>.parseAsRoot(words) as? Alone<Self>)?.command
  }
}
