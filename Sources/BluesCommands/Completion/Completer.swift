internal import ArgumentParser
internal import Basics

/// Finds what fits at the cursor: commands, options, words, fields and ids.
struct Completer {
  let live: LiveWords

  init(_ live: LiveWords) { self.live = live }

  /// What is offered for a word, as far as it is typed, behind the words before it.
  func offer(for word: String, after before: [String]) -> Offer {
    guard let line = TypedCommand(before) else { return .nothing }
    guard line.command.configuration.subcommands.isEmpty else {
      return word.hasPrefix("-") && !line.isHelp
        ? .words([Candidate("--help", "Show help information.")], word)
        : commands(below: line.command, word)
    }
    guard !line.isHelp else { return .nothing }
    if let option = line.open, !line.isOption(word) || option.description.takesAnything {
      return values(of: option, word, in: line)
    }
    if line.isOption(word) { return options(word, in: line) }
    guard let argument = line.next else {
      return word.isEmpty && !line.isTerminated ? options("", in: line) : .nothing
    }
    let offer = values(of: argument, word, in: line)
    guard argument.description.isRepeating else { return offer }
    return Offer(
      candidates: offer.candidates.filter { !line.values.contains($0.word) },
      isOpen: offer.isOpen, isFile: offer.isFile)
  }

  /// The commands by their names; by other names where no name begins like this.
  private func commands(below command: any ParsableCommand.Type, _ word: String) -> Offer {
    let children = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let named = Offer.words(
      children.map { Candidate($0.names[0], $0.configuration.abstract) }, word)
    guard named.candidates.isEmpty else { return named }
    return .words(
      children.flatMap { child in
        child.configuration.aliases.map { Candidate($0, child.configuration.abstract) }
      }, word)
  }

  /// The options that can still be given, or the values behind `--option=`.
  private func options(_ word: String, in line: TypedCommand) -> Offer {
    if let equals = word.firstIndex(of: "=") {
      let name = String(word[..<equals])
      guard let option = line.argument(called: name), option.description.takesValue else {
        return .nothing
      }
      return values(
        of: option, String(word[word.index(after: equals)...]), in: line, behind: "\(name)=")
    }
    let possible = line.arguments.map(\.description).filter { argument in
      argument.shouldDisplay
        && (argument.isRepeating
          || !(argument.names ?? []).contains { line.given.contains($0.typed) })
    }
    return .words(
      possible.compactMap { argument in
        let name = argument.longNames.first { $0.asciiLowered.hasPrefix(word.asciiLowered) }
        return name.map { Candidate($0, argument.abstract ?? "") }
      }, word)
  }

  private func values(
    of argument: TypedArgument, _ word: String, in line: TypedCommand, behind start: String = ""
  ) -> Offer {
    if argument.description.isFile { return .files }
    return ValueOffer(kind: argument.kind, line: line, live: live, start: start).offer(word)
  }
}
