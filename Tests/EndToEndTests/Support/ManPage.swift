/// The manual pages, written from the parser's own description: one for the program and one for
/// each group of commands.
struct ManPage {
  let name: String
  let text: String

  static let folder = "docs/man"

  var path: String { "\(Self.folder)/\(name).1" }

  static func all(_ tree: CommandTree, version: String, exits: [[String]]) -> [ManPage] {
    let common = CommandReference.common(tree)
    let groups = tree.children.filter { !$0.children.isEmpty }
    let names = ["blues"] + groups.map { "blues-\($0.commandName)" }
    let main = Roff(
      "blues", tree, version,
      sections: [
        synopsis("blues", "command"),
        [
          .heading("DESCRIPTION"),
          .text(
            "blues keeps an EU cluster project in one file: the plan, the contacts of the "
              + "partners, the exchanges between their members, and the reports. It needs no network."
          ),
          .text(
            "Commands that only read never change the file. Every change is one step of the "
              + "history and can be undone. Answers go to standard output, remarks to standard error."
          ),
        ],
        [.heading("COMMANDS")] + tree.children.map(listed),
        tree.children.filter(\.children.isEmpty).flatMap { detailed($0, without: common) },
        options(tree, common), ends(tree, exits), also(names, but: "blues"),
      ])
    let others = groups.map { group in
      Roff(
        "blues-\(group.commandName)", group, version,
        sections: [
          synopsis(group.path, "command"),
          [.heading("DESCRIPTION"), .text(group.abstract ?? "")]
            + aliases(group) + paragraphs(group),
          [.heading("COMMANDS")]
            + group.leaves.flatMap { detailed($0, without: common) },
          options(tree, common), ends(group, exits),
          also(names, but: "blues-\(group.commandName)"),
        ])
    }
    return ([main] + others).map { ManPage(name: $0.name, text: $0.text) }
  }

  private static func synopsis(_ path: String, _ word: String) -> [Roff.Part] {
    [.heading("SYNOPSIS"), .synopsis(path, word)]
  }

  private static func listed(_ command: CommandTree) -> Roff.Part {
    let page = command.children.isEmpty ? "" : " See blues-\(command.commandName)(1)."
    return .item(command.path, (command.abstract ?? "") + page)
  }

  private static func detailed(_ command: CommandTree, without common: Set<String>) -> [Roff.Part] {
    let own = (command.arguments ?? []).filter(\.shouldDisplay)
      .filter { !common.contains(CommandReference.line($0)) }
    return [.subheading(command.path), .text(command.abstract ?? "")] + aliases(command)
      + own.map { .item($0.typed, $0.explained) } + paragraphs(command)
  }

  private static func aliases(_ command: CommandTree) -> [Roff.Part] {
    guard let aliases = command.aliases, !aliases.isEmpty else { return [] }
    return [.text("Also typed as \(aliases.joined(separator: ", ")).")]
  }

  /// What the discussion says besides examples.
  private static func paragraphs(_ command: CommandTree) -> [Roff.Part] {
    let text = command.discussion ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rest =
      text.hasPrefix("Examples:") ? lines.dropFirst().drop { $0.hasPrefix("  ") } : lines[...]
    return rest.split(separator: "").map { .text($0.joined(separator: " ")) }
  }

  private static func options(_ tree: CommandTree, _ common: Set<String>) -> [Roff.Part] {
    var seen: Set<String> = []
    let arguments = tree.leaves.flatMap { $0.arguments ?? [] }.filter { argument in
      let line = CommandReference.line(argument)
      return common.contains(line) && seen.insert(line).inserted
    }
    return [.heading("OPTIONS"), .text("Most commands have these.")]
      + arguments.map { .item($0.typed, $0.explained) }
  }

  /// Exit codes, environment, files and examples, which each page has.
  private static func ends(_ group: CommandTree, _ exits: [[String]]) -> [Roff.Part] {
    let examples = group.leaves.compactMap { command -> String? in
      let lines = (command.discussion ?? "").split(separator: "\n")
      guard lines.first == "Examples:" else { return nil }
      return lines.dropFirst().first { $0.hasPrefix("  ") }.map { String($0.drop { $0 == " " }) }
    }
    return [.heading("EXIT STATUS")] + exits.map { .item($0[0], $0[1]) }
      + [.heading("ENVIRONMENT")] + environment.map { .item($0, $1) }
      + [.heading("FILES")] + files.map { .item($0, $1) }
      + [.heading("EXAMPLES"), .examples(examples)]
  }

  private static func also(_ names: [String], but name: String) -> [Roff.Part] {
    [.heading("SEE ALSO"), .pages(names.filter { $0 != name })]
  }

  /// A test compares the names with those the program asks for.
  static let environment = [
    ("BLUES_DB", "The project file, if --db is not given."),
    ("BLUES_TODAY", "The date to use as today, such as 2021-03-31."),
    ("BLUES_USER", "The user named in the history; default: USER or LOGNAME."),
    ("BLUES_PAGER, PAGER", "The pager for long answers on a terminal."),
    ("NO_COLOR, CLICOLOR_FORCE, TERM", "Whether answers on a terminal have colours."),
    ("COLUMNS", "The width of a terminal that does not report it."),
    ("USER, LOGNAME", "The name of the user."),
    ("VISUAL, EDITOR", "The editor for the texts of reports."),
    ("PATH", "Where the editor, WeasyPrint and pandoc are looked for."),
    ("BLUES_ENGINE_SECONDS", "How long a PDF or Word document may take; default: 120."),
    ("TMPDIR", "Where a text is while it is edited."),
    ("XDG_STATE_HOME, HOME", "Where it is noted which folders were warned about."),
  ]

  private static let files = [
    ("blues.db", "The project: the nearest file of this name, from here upwards."),
    ("blues.db-wal, blues.db-shm", "What SQLite keeps beside it while it is in use."),
    ("LIST.rejects.csv", "Rows that an import rejected, to be corrected and imported again."),
  ]
}

/// A page in the language of man(7).
private struct Roff {
  enum Part {
    case heading(String), subheading(String), text(String), item(String, String)
    case synopsis(String, String), examples([String]), pages([String])
  }

  let name: String
  let text: String

  init(_ name: String, _ command: CommandTree, _ version: String, sections: [[Part]]) {
    self.name = name
    var lines = [
      #".\" Written by `make docs` from what the program says of itself; do not edit by hand."#,
      #".TH \#(Self.plain(name.uppercased())) 1 "" "blues \#(version)" "Manual of blues""#,
      ".SH NAME",
      "\(Self.plain(name)) \\- \(Self.plain(command.abstract ?? ""))",
    ]
    for part in sections.joined() { lines += Self.lines(part) }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ part: Part) -> [String] {
    switch part {
    case .heading(let text): [".SH \(plain(text))"]
    case .subheading(let text): [".SS \(plain(text))"]
    case .text(let text): [".PP", plain(text)]
    case .item(let term, let text): [".TP", ".B \(plain(term))", plain(text)]
    case .synopsis(let path, let word):
      [".B \(plain(path))", ".I \(plain(word))", "[options] [arguments]"]
    case .examples(let texts): [".PP", ".EX"] + texts.map { plain($0) } + [".EE"]
    case .pages(let names):
      names.map { ".BR \(plain($0)) (1)" + ($0 == names.last ? "" : ",") }
    }
  }

  /// A backslash, a hyphen that is typed, and a control sign at the start of a line are written
  /// with a backslash.
  private static func plain(_ text: String) -> String {
    var out = text.hasPrefix(".") || text.hasPrefix("'") ? #"\&"# : ""
    for character in text {
      switch character {
      case "\\": out += #"\e"#
      case "-": out += #"\-"#
      case "\n": out += " "
      default: out.append(character)
      }
    }
    return out
  }
}
