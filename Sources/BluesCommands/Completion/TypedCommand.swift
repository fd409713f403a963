internal import ArgumentParser

/// The command that words choose, and where in its arguments they end.
struct TypedCommand {
  let command: any ParsableCommand.Type
  /// Whether its help is wanted: `blues help workpackage`.
  private(set) var isHelp = false
  let arguments: [TypedArgument]
  /// The values of its arguments in their order, without those of options.
  private(set) var values: [String] = []
  /// The option whose value comes next.
  private(set) var open: TypedArgument?
  /// The names of options and flags that were given.
  private(set) var given: Set<String> = []
  /// Whether `--` was typed, behind which no word is an option.
  private(set) var isTerminated = false

  /// Nil where a word is no command.
  init?(_ words: [String], root: any ParsableCommand.Type = Blues.self) {
    var command = root
    var rest = words[...]
    while !command.configuration.subcommands.isEmpty, let word = rest.popFirst() {
      if word.hasPrefix("-") { continue }
      if word == "help", !isHelp {
        isHelp = true
        continue
      }
      guard
        let next = command.configuration.subcommands.first(where: { $0.names.contains(word) })
      else { return nil }
      command = next
    }
    self.command = command
    arguments = command.configuration.subcommands.isEmpty ? TypedArgument.of(command) : []
    for word in rest { read(word) }
  }

  private mutating func read(_ word: String) {
    if let option = open {
      open = nil
      if !isOption(word) || option.description.takesAnything { return }
    }
    guard isOption(word) else { return values.append(word) }
    guard word != "--" else { return isTerminated = true }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let argument = argument(called: String(parts[0])) else { return }
    given.formUnion(argument.description.names?.map(\.typed) ?? [])
    if argument.description.takesValue, parts.count == 1 { open = argument }
  }

  /// Whether a word is read as an option where no value is awaited.
  func isOption(_ word: String) -> Bool { !isTerminated && word.hasPrefix("-") && word != "-" }

  func argument(called name: String) -> TypedArgument? {
    arguments.first { $0.description.isCalled(name) }
  }

  /// The argument that the next word without a minus is; the last one may be repeated.
  var next: TypedArgument? {
    let positional = arguments.filter(\.description.isPositional)
    if values.count < positional.count { return positional[values.count] }
    return positional.last.flatMap { $0.description.isRepeating ? $0 : nil }
  }
}

/// An argument, option or flag with what its value is.
struct TypedArgument {
  let description: ArgumentDescription
  let kind: ValueKind

  /// Those of one command: the parser's descriptions, paired with the properties in the sources.
  static func of(_ command: any ParsableCommand.Type) -> [TypedArgument] {
    var values = ArgumentValue.of(command)[...]
    let naming = command as? any NamingCommand.Type
    var isFirst = true
    return ArgumentDescription.of(command).map { description in
      guard description.kind != "flag" else {
        return TypedArgument(description: description, kind: .free)
      }
      let value = values.popFirst()
      let usual = value?.kind ?? .free
      let kind = isFirst && description.isPositional ? naming?.start ?? usual : usual
      if description.isPositional { isFirst = false }
      return TypedArgument(description: description, kind: kind)
    }
  }
}
