internal import ArgumentParser
internal import BluesCore
internal import Documents

struct StopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "The stop list: who is not imported again.",
    discussion: examples(
      "blues partner contact stop list",
      "blues partner contact stop add C17 --because \"Objection of 2021-03-01\"",
      "blues partner contact stop remove ana@example.org",
      note: """
        It keeps digests with a random key, and no names. Erasing a person puts the person on it. \
        An import leaves such rows out and tells their numbers.
        """),
    subcommands: [List.self, Add.self, Remove.self])

  private static let schema = "blues.stop/1"

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List who is on the stop list, without names.",
      discussion: examples("blues partner contact stop list"))

    static var columns: [Column] { StoppedPerson.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "stopped", emptySentence: "The stop list is empty.",
        fields: StoppedPerson.fields, rows: try store.stopList.all())
      try list.show(table, of: store, schema: StopCommand.schema, title: "Stop list")
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put a contact on the stop list; the contact stays.",
      discussion: examples(
        "blues partner contact stop add C17 --because \"Objection of 2021-03-01\""))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @Option(help: "Why, such as the day of the objection.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let person = try store.stopList.add(contact, because: because)
        return Answer("Put \(person.code) on the stop list.", StopCommand.page(person))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a person who wishes it off the stop list.",
      discussion: examples(
        "blues partner contact stop remove S3", "blues partner contact stop remove ana@example.org")
    )

    @Argument(help: "The number on the list, such as S3, or an e-mail address of the person.")
    var stopped: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Take \(stopped) off the stop list?", confirmation) { store in
        let person = try store.stopList.remove(stopped)
        return Answer("Took \(person.code) off the stop list.", StopCommand.page(person))
      }
    }
  }

  private static func page(_ person: StoppedPerson) -> Document {
    Document(
      schema: schema, blocks: [.facts(Facts(fields: StoppedPerson.fields, of: person))])
  }
}
