internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Contacts whose time is over, and erasing them.",
    discussion: examples(
      "blues partner contact retention list",
      "blues partner contact retention list --on 2023-02-01",
      "blues partner contact retention apply --dry-run",
      note: """
        Evidence of exchanges and activities is kept for five years after the balance is paid. \
        Contacts that took part in nothing go a year after the end of the project, those held by \
        consent alone a month after it is withdrawn. `blues exchange rule set contact-retention \
        months 24 --because "…"` changes a figure.
        """),
    subcommands: [List.self, Apply.self, Keep.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the contacts that may not be held any longer.",
      discussion: examples(
        "blues partner contact retention list",
        "blues partner contact retention list --on 2023-02-01 --where rule=contact-retention"))

    static var columns: [Column] { RetentionTerm.fields.map(\.column) }

    @Option(help: "The day on which they are due; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let day = try store.dayOrToday(on)
      let due = try store.retention.due(on: day)
      let table = Table(
        noun: "due", emptySentence: due.isEmpty ? try Self.empty(on: day, store) : "",
        fields: RetentionTerm.fields, rows: due)
      try list.show(
        table, of: store, schema: "blues.retention/1", title: "Due to be erased on \(day)")
    }

    private static func empty(on day: Day, _ store: Store) throws -> String {
      guard let next = try store.retention.next(after: day) else {
        return "Nothing is due on \(day)."
      }
      return "Nothing is due on \(day). Next: \(counted(next.count, "contact")) after "
        + "\(next.until)."
    }
  }

  struct Keep: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "keep",
      abstract: "Keep a contact that a restore left in doubt: it is not the person who was erased.",
      discussion: examples(
        "blues partner contact retention keep C17 --because \"Another person of that number\"",
        note: "`blues next` and `blues report privacy` name the contacts in doubt."))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @Option(help: "Why it is another person.")
    var because: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let code = try store.doubtfulContacts.keep(contact, because: because ?? "")
        return Answer(
          "Kept \(code).",
          Document(
            schema: "blues.retention-keep/1",
            blocks: [.facts(Facts([Fact("contact", "Contact", .text(code))]))]))
      }
    }
  }

  struct Apply: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply", abstract: "Erase the contacts that may not be held any longer.",
      discussion: examples(
        "blues partner contact retention apply --dry-run",
        "blues partner contact retention apply --yes",
        note: """
          It cannot be undone. Each is erased as `blues partner contact erase` does it, and put on \
          the stop list.
          """))

    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      if !write.isRehearsal, !confirmation.yes {
        try confirmation.ask(
          "Erase them? It cannot be undone.", showing: try preview())
      }
      try change { store in Self.answer(try store.retention.apply()) }
    }

    /// Who would be erased, in lines.
    private func preview() throws -> [String] {
      let store = try write.project.toRead(for: StandardOutput())
      let due = try store.retention.due(on: store.dayOrToday(nil))
      return ["\(counted(due.count, "contact")) would be erased:"]
        + due.map { "  \($0.code) \($0.name): \($0.why)" }
    }

    private static func answer(_ erasures: [Erasure]) -> Answer {
      let files = erasures.flatMap(\.files)
      let summary = Facts([
        Fact("erased", "Erased", .integer(erasures.count)),
        Fact("contacts", "Contacts", .list(erasures.map(\.code))),
        Fact("copies", "Copies of the project cleaned", .list(erasures.flatMap(\.copies))),
        Fact(
          "finished", "Finished", erasures.first?.isFinished.map { .flag($0) } ?? .empty),
      ])
      var blocks: [Block] = []
      if !files.isEmpty {
        blocks.append(
          .table(
            Table(noun: "files", fields: Erasure.File.fields, rows: files),
            title: "Files that only you can delete"))
      }
      var answer = Answer(
        "Erased \(counted(erasures.count, "contact")).", details: blocks,
        Document(schema: "blues.retention-erasure/1", blocks: [.facts(summary)] + blocks))
      answer.unchanged = "Nothing changed: nothing is due."
      answer.failure = erasures.first?.hindrance
      return answer
    }
  }
}
