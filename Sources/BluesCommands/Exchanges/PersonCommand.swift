internal import ArgumentParser
internal import BluesCore
internal import Documents

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Who takes part in an exchange.",
    discussion: examples(
      "blues exchange person list EX-001",
      "blues exchange person add EX-001 C17 --role participant"),
    subcommands: [List.self, Add.self, Remove.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the persons of an exchange.",
      discussion: examples("blues exchange person list EX-001"))

    static var columns: [Column] { ExchangePerson.fields.map(\.column) }

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "persons",
        emptySentence: "No persons yet. Add one with `blues exchange person add \(code) C17`.",
        fields: ExchangePerson.fields,
        rows: try store.exchangePersons.all(code))
      try list.show(
        table, of: store, schema: "blues.exchange-person/1", title: "Persons of \(code)")
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a contact of the host's or the visitor's organisation.",
      discussion: examples("blues exchange person add EX-001 C17 --role participant"))

    @OptionGroup var who: Who
    @Option(help: "host or visitor, for a contact that has no organisation.")
    var side: Profile.Role?
    @Option(help: "What the person does there, such as participant.")
    var role: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let person = try store.exchangePersons.add(
          who.code, who.contact, side: side, role: role)
        return Answer(
          "\(person.contact) takes part in \(who.code) on the \(person.side.rawValue)'s side.",
          page(person))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a person from an exchange; the contact stays.",
      discussion: examples("blues exchange person remove EX-001 C17"))

    @OptionGroup var who: Who
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let person = try store.exchangePersons.remove(who.code, who.contact)
        return Answer("\(person.contact) no longer takes part in \(who.code).", page(person))
      }
    }
  }

  /// Which person of which exchange.
  struct Who: ParsableArguments {
    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The contact: id, e-mail, or a unique part of the name.")
    var contact: String
  }

  private static func page(_ person: ExchangePerson) -> Document {
    Document(
      schema: "blues.exchange-person/1",
      blocks: [.facts(Facts(fields: ExchangePerson.fields, of: person))])
  }
}
