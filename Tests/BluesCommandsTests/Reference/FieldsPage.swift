import Documents

@testable import BluesCore

/// docs/reference/fields.md, written from the descriptions of registers, fields and headings.
struct FieldsPage {
  static let path = "docs/reference/fields.md"

  let commands: [DumpedCommand]

  private static let head = """
    # Fields

    Written by `make docs` from the descriptions in the sources; do not edit by hand.

    The name of a field is its word for `--columns`, `--where` and `--sort`, its key in JSON, and its
    heading in CSV. Pages for people have the heading that stands beside it. A list shows the fields
    marked with yes; `--columns` shows any of them. Without `--columns`, JSON, CSV and TSV have all.

    The last column says what to type to set a field. Where it is empty, the program works the field
    out, an import reads it, or a verb of its own records it, such as `submit`.

    Below a list stand the headings that its import reads, beside the field's own name, by language
    (en English, fr French, de German, es Spanish, pl Polish, cs Czech). Case, accents and signs such
    as `-` and `.` make no difference. `--map HEADING=FIELD` says what a heading means that does not
    stand here: see [Map a list](../how-to/map-a-list.md).

    """

  func text() -> String {
    var lines = Self.head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines += ["| List | Fields |", "|---|---|"]
    for command in commands where listed(command) != nil || imported(command) != nil {
      let count = listed(command)?.columns.count ?? imported(command)?.fields.count ?? 0
      lines.append("| [`\(command.path)`](#\(anchor(command))) | \(count) |")
    }
    for command in commands {
      if let list = listed(command) { lines += section(command, list) }
      if let list = imported(command) { lines += section(command, list) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func listed(_ command: DumpedCommand) -> (any ListedColumns.Type)? {
    command.type as? any ListedColumns.Type
  }

  func imported(_ command: DumpedCommand) -> (any ImportedFields.Type)? {
    command.type as? any ImportedFields.Type
  }

  private func section(_ command: DumpedCommand, _ list: any ListedColumns.Type) -> [String] {
    let head = ["", "## \(command.path)", ""]
    if let same = commands.first(where: { listed($0)?.columns == list.columns }),
      same.path != command.path
    {
      return head + ["The fields of [`\(same.path)`](#\(anchor(same)))."]
    }
    return head
      + ["| Name | Heading | What it is | Kind | Shown | Set by |", "|---|---|---|---|---|---|"]
      + list.columns.map { column in
        let setters = setters(of: column.name, in: list, beside: command)
        return "| `\(column.name)` | \(column.heading) | \(column.help) | \(words(column.kind)) "
          + "| \(column.isShown ? "yes" : "") | \(setters.joined(separator: ", ")) |"
      }
  }

  private func anchor(_ command: DumpedCommand) -> String {
    command.path.split(separator: " ").joined(separator: "-")
  }

  /// What to type to set a field: arguments of add, and options of whatever changes the project.
  func setters(
    of name: String, in list: any ListedColumns.Type, beside command: DumpedCommand
  ) -> [String] {
    let option = list.options[name] ?? name.split(separator: "_").joined(separator: "-")
    let argument = list.title == name ? "title" : option
    return commands.filter {
      $0.parent == command.parent && $0.has(option: "dry-run") && !Self.ofParts.contains($0.path)
    }
    .flatMap { command in
      command.arguments.compactMap { given -> String? in
        if given.kind == "positional" {
          return command.verb == "add" && given.valueName == argument
            ? "`\(command.verb) <\(argument)>`" : nil
        }
        // What another verb has to be told mostly says which record it is about.
        guard
          given.isOptional || Self.adding.contains(command.verb) || list.options[name] != nil
        else { return nil }
        return given.options.contains(option) ? "`\(command.verb) --\(option)`" : nil
      }
    }
  }

  /// Commands whose options say something of a part of a record, such as one of its readings.
  private static let ofParts = [
    "blues workpackage indicator record", "blues workpackage risk state",
  ]

  /// The verbs that make a record.
  private static let adding = ["add", "from-contacts", "propose"]

  private func words(_ kind: ColumnKind) -> String {
    switch kind {
    case .text: "text"
    case .number: "number"
    case .amount: "amount"
    case .day: "day"
    case .flag: "yes or no"
    case .link: "web address"
    case .form(let form): form
    case .word(let words): "one of \(words.map { "`\($0)`" }.joined(separator: ", "))"
    case .list: "several texts"
    case .listOf(let form): "several: \(form)"
    }
  }

  private func section(_ command: DumpedCommand, _ list: any ImportedFields.Type) -> [String] {
    ["", "## \(command.path)", "", "| Field | Needed | Headings |", "|---|---|---|"]
      + list.fields.map { field in
        "| `\(field.name)` | \(field.isRequired ? "yes" : "") | \(headings(of: field)) |"
      }
  }

  /// The headings of a field by language, each once.
  private func headings(of field: ImportField) -> String {
    HeadingLanguage.allCases.compactMap { language in
      var keys: Set<String> = []
      let words = field.headings.filter { $0.language == language }.flatMap(\.words)
        .filter { !$0.isEmpty && keys.insert(ImportField.key($0)).inserted }
      return words.isEmpty ? nil : "\(language.rawValue): \(words.joined(separator: ", "))"
    }.joined(separator: "<br>")
  }
}
