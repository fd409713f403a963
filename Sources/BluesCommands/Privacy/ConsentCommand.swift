internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "What contacts agreed to, and withdrew.",
    discussion: examples(
      "blues partner contact consent give C17 --scope newsletter --wording v2 --channel web",
      "blues partner contact consent withdraw C17 --scope newsletter",
      "blues partner contact consent list C17",
      note: """
        Lines are added and never changed. Contacts that opted out get no letter. Else the last \
        line on the purpose of the letter decides; where there is none, the legal basis.
        """),
    subcommands: [List.self, Give.self, Withdraw.self, Import.self])

  static let schema = "blues.consent/1"

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the consent log, oldest first.",
      discussion: examples(
        "blues partner contact consent list", "blues partner contact consent list C17",
        "blues partner contact consent list --where scope=newsletter --where in_force=yes"))

    static var columns: [Column] { ConsentEntry.fields.map(\.column) }

    @Argument(help: "Only of this contact: id, e-mail, or a unique part of the name.")
    var contact: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "consents",
        emptySentence: "No consents yet. Add one with "
          + "`blues partner contact consent give C17 --scope newsletter`.",
        fields: ConsentEntry.fields, rows: try store.consents.all(of: contact))
      try list.show(table, of: store, schema: ConsentCommand.schema, title: "Consents")
    }
  }

  /// What a line of the log says, as options.
  struct Said: ParsableArguments {
    @Argument(help: "The contact: id, e-mail, or a unique part of the name.")
    var contact: String
    @Option(help: "What it is for, such as newsletter, photo or matching.", transform: Read.scope)
    var scope: ConsentScope
    @Option(help: "The day; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "The version of the words that were agreed to, such as v2.")
    var wording: String?
    @Option(help: "How it was said, such as web form, e-mail or paper.")
    var channel: String?
    @Option(help: "Anything else.")
    var note: String?

    func word(_ act: ConsentEntry.Act, in store: Store) throws -> ConsentEntry.Word {
      ConsentEntry.Word(
        act, scope, on: try store.dayOrToday(on), wording: wording, channel: channel, note: note)
    }
  }

  struct Give: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "give",
      abstract: "Record that a contact agreed.",
      discussion: examples(
        "blues partner contact consent give C17 --scope newsletter --wording v2 --channel web",
        "blues partner contact consent give ana@example.org --scope photo --on 2021-03-01 "
          + "--channel paper"))

    @OptionGroup var said: Said
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try answer(store.consents.record(said.contact, said.word(.given, in: store)))
      }
    }
  }

  struct Withdraw: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "Record that a contact withdrew consent.",
      discussion: examples(
        "blues partner contact consent withdraw C17 --scope newsletter --channel e-mail"))

    @OptionGroup var said: Said
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try answer(store.consents.record(said.contact, said.word(.withdrawn, in: store)))
      }
    }
  }

  struct Import: ChangingCommand, FilledCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import a list of consents.",
      discussion: examples(
        "blues partner contact consent import consents.csv",
        "blues partner contact consent import consents.xlsx --dry-run",
        note: """
          Columns: contact or email, scope, on, wording, channel; act says withdrawn where it was. \
          A row that the log has to the letter is left.
          """))

    static var filled: [String] { RecordList.consents.fields.map(\.name) }

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws { try RecordImporting.run(.consents, list, by: self) }
  }

  /// What recording a line answers.
  private static func answer(_ entry: ConsentEntry) -> Answer {
    let word = entry.word
    var answer = Answer(
      "\(entry.code): \(word.scope.name) \(word.act.rawValue) on \(word.on).",
      Document(
        schema: schema, blocks: [.facts(Facts(fields: ConsentEntry.fields, of: entry))]))
    answer.unchanged = "Nothing changed: the log has this line of \(entry.code) already."
    if !ConsentScope.usual.contains(where: { $0.code == word.scope.name }) {
      answer.remarks.append(
        "\(word.scope.name) is a scope of your own; usual ones: "
          + ConsentScope.usual.map(\.code).joined(separator: ", ") + ".")
    }
    return answer
  }
}

/// What the purpose of a letter is.
enum MailPurpose {
  static let help: ArgumentHelp =
    "What the letters are for: a scope of consent; default: newsletter."
}

extension Read {
  static let scope = argument { try ConsentScope(typed: $0) }
}
