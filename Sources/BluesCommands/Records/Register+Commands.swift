internal import ArgumentParser
internal import BluesCore

/// The verbs that every kind of record has.
enum RecordVerb: String, CaseIterable {
  case list, show, add, set, remove, `import`, export
}

extension Register where R: CommandedRecord {
  /// The command of a kind of record: the seven verbs, and those of its own.
  func commands(
    abstract: String, examples lines: String..., aliases: [String] = [],
    besides own: [any ParsableCommand.Type] = [],
    importing: any ParsableCommand.Type = ImportRecords<R>.self,
    exporting: any ParsableCommand.Type = ExportRecords<R>.self, groups: [CommandGroup] = []
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: String(path.split(separator: " ").last ?? ""), abstract: abstract,
      discussion: examples(lines),
      subcommands: [
        ListRecords<R>.self, ShowRecord<R>.self, AddRecord<R>.self, SetRecord<R>.self,
        RemoveRecord<R>.self,
      ] + own + [importing, exporting],
      groupedSubcommands: groups, aliases: aliases)
  }

  /// How one of the seven verbs is called and helped.
  func configuration(_ verb: RecordVerb) -> CommandConfiguration {
    let command = "blues \(path) \(verb.rawValue)"
    let samples = R.samples
    return switch verb {
    case .list:
      CommandConfiguration(
        commandName: verb.rawValue, abstract: "List the \(plural).",
        discussion: examples([command] + samples.list.map { "\(command) \($0)" }))
    case .show:
      CommandConfiguration(
        commandName: verb.rawValue, abstract: samples.shows,
        discussion: examples(["\(command) \(example)"]))
    case .add:
      CommandConfiguration(
        commandName: verb.rawValue, abstract: "Add \(indefinite(noun)).",
        discussion: examples(samples.add.map { "\(command) \($0)" }))
    case .set:
      CommandConfiguration(
        commandName: verb.rawValue,
        abstract: "Change \(indefinite(noun)); an empty text clears a value.",
        discussion: examples(samples.set.map { "\(command) \($0)" }))
    case .remove:
      CommandConfiguration(
        commandName: verb.rawValue,
        abstract: "Remove \(indefinite(noun)) that nothing else refers to.",
        discussion: examples(["\(command) \(example)", "\(command) \(example) --yes"]))
    case .import:
      CommandConfiguration(
        commandName: verb.rawValue, abstract: "Import \(plural) from a list.",
        discussion: examples(
          ["\(command) \(key).csv", "\(command) \(key).xlsx --unmapped ignore --dry-run"],
          note: "Fields: \(list.fields.map(\.name).joined(separator: ", "))."))
    case .export:
      CommandConfiguration(
        commandName: verb.rawValue, abstract: "Export the \(plural) as a list that imports again.",
        discussion: examples([
          "\(command) -o \(key).csv", "\(command) --template xlsx -o \(key).xlsx",
        ]))
    }
  }

  /// The help of the argument that names a record.
  var argument: ArgumentHelp { "The \(noun), such as \(example)." }

  /// The help of the argument that names a new record.
  var newArgument: ArgumentHelp { "Its code, such as \(example)." }

  /// The attribute that add takes as its second argument, and its help.
  var title: Attribute<R>? { attributes.first { $0.uses.contains(.argument) } }

  var titleArgument: ArgumentHelp {
    ArgumentHelp(
      title.map { "\($0.help)" } ?? "", valueName: title.map { $0.name.replacing("_", with: "-") })
  }
}

/// Commands that a kind of record shows in its help.
struct RecordSamples {
  /// What follows the command of each verb.
  var list: [String] = []
  var add: [String]
  var set: [String]
  /// What its page shows, as a sentence.
  var shows: String
}

/// A kind of record that has commands.
protocol CommandedRecord: Record {
  static var samples: RecordSamples { get }
}
