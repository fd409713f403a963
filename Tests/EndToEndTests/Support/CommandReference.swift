/// The reference page of all commands, written from the parser's own description.
enum CommandReference {
  static let path = "docs/reference/commands.md"

  /// Arguments that stand in nearly every command are explained once, at the top.
  static func common(_ tree: CommandTree) -> Set<String> {
    let leaves = tree.leaves
    var counts: [String: Int] = [:]
    for leaf in leaves {
      for argument in leaf.arguments ?? [] { counts[line(argument), default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > leaves.count }.keys)
  }

  static func page(_ tree: CommandTree) -> String {
    let common = common(tree)
    var lines = [
      "# Commands", "",
      "Written by `make docs` from what the program says of itself; do not edit by hand.", "",
      "## Options of most commands", "",
    ]
    var shown: Set<String> = []
    for leaf in tree.leaves {
      for argument in leaf.arguments ?? [] where common.contains(line(argument)) {
        if shown.insert(line(argument)).inserted { lines.append(line(argument)) }
      }
    }
    lines += ["", "The sections below list the options that a command has beyond these."]
    for command in tree.all { lines += section(command, without: common) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ command: CommandTree, without common: Set<String>) -> [String] {
    var lines = ["", "## \(command.path)", ""]
    if let abstract = command.abstract { lines += [abstract, ""] }
    if let aliases = command.aliases, !aliases.isEmpty {
      lines += ["Also typed as \(aliases.map { "`\($0)`" }.joined(separator: ", ")).", ""]
    }
    if !command.children.isEmpty {
      lines += command.children.map { "- `\($0.commandName)`: \($0.abstract ?? "")" } + [""]
    }
    let own = (command.arguments ?? []).filter(\.shouldDisplay).map(line)
      .filter { !common.contains($0) }
    if command.children.isEmpty, !own.isEmpty { lines += own + [""] }
    if let discussion = command.discussion { lines += ["```text", discussion, "```", ""] }
    lines.removeLast()
    return lines
  }

  static func line(_ argument: CommandTree.Argument) -> String {
    "- `\(argument.typed)`\(argument.isRepeating ? ", repeatable" : ""): \(argument.said { "`\($0)`" })"
  }
}

extension CommandTree.Argument {
  /// How it is typed, such as `-o, --output <output>`.
  var typed: String {
    let names = (names ?? []).map(\.typed).joined(separator: ", ")
    let value = valueName ?? "value"
    return switch kind {
    case "positional": "<\(value)>"
    case "flag": names
    default: "\(names) <\(value)>"
    }
  }

  /// What it means, its words and what holds without it, for a page without marks.
  var explained: String {
    said { $0 } + (isRepeating ? " May be repeated." : "")
  }

  func said(_ mark: (String) -> String) -> String {
    var text = abstract ?? ""
    if let values = allValues, !values.isEmpty {
      text += " One of \(values.map(mark).joined(separator: ", "))."
    }
    if let value = defaultValue, kind != "flag" { text += " Without it: \(mark(value))." }
    return text
  }
}
