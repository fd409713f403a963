internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "The address list: people and front desks.",
    discussion: examples(
      "blues partner contact import members.csv --partner ZINNAE --country ES",
      "blues partner contact search agua",
      "blues partner contact list --where country=ES --format csv"),
    subcommands: [
      Import.self, List.self, Search.self, Show.self, Add.self, Set.self, Duplicates.self,
      Merge.self, Distinct.self, Export.self, BatchCommand.self,
    ],
    aliases: ["c"])

  static func page(
    _ contact: Contact, kept: [ContactDraft.KeptCell] = [], merged: [MergedContact] = []
  ) -> Document {
    var blocks: [Block] = [.facts(Facts(ContactPage.facts(contact)))]
    if !kept.isEmpty {
      let cells = kept.map { Fact($0.heading, $0.heading, .text($0.text)) }
      blocks += [.section("Kept from the list"), .facts(Facts(key: "kept", cells))]
    }
    if !merged.isEmpty { blocks += [.section("Merged into it"), .table(table(merged))] }
    return Document(schema: "blues.contact/1", blocks: blocks)
  }

  private static func table(_ merged: [MergedContact]) -> Table {
    Table(
      noun: "merged",
      fields: [
        Field("code", "Id") { .text($0.code) }, Field("title", "Was") { .text($0.title) },
        Field("source", "Source") { .text($0.source) },
        Field("id", "Sender's id") { .text(orEmpty: $0.known[.externalID]) },
      ], rows: merged)
  }

  static func table(_ contacts: [Contact], emptySentence: String) -> Table {
    Table(
      noun: "contacts", emptySentence: emptySentence, fields: Contact.fields, rows: contacts)
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the contacts.",
      discussion: examples(
        "blues partner contact list --limit 20",
        "blues partner contact list --where partner=ZINNAE --sort city",
        "blues partner contact list --where email~example.org --json"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = table(
        try store.toRead(at: list.at).contacts.all(),
        emptySentence: "No contacts yet. Add some with `blues partner contact import FILE`.")
      try list.show(table, schema: "blues.contact/1", title: "Contacts")
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "search",
      abstract: "Find contacts by words, whatever their accents and endings.",
      discussion: examples(
        "blues partner contact search agua",
        "blues partner contact search lodz nano",
        note: "Every word must occur, at the start of a word; the best matches come first."))

    @Argument(help: "The words to find.")
    var words: [String]
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let words = words.joined(separator: " ")
      let table = table(
        try store.toRead(at: list.at).contacts.search(words),
        emptySentence: "No contact has the words \"\(words)\".")
      try list.show(table, schema: "blues.contact/1", title: "Contacts: \(words)")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one contact with everything its list said.",
      discussion: examples(
        "blues partner contact show C17", "blues partner contact show ana@example.org"))

    @Argument(help: "Its id, e-mail address, or a part of its name that no other has.")
    var contact: String
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let contacts = try store.toRead().contacts
      let found = try contacts.one(contact)
      try output.show(
        page(found.contact, kept: found.kept, merged: contacts.merged(into: found.contact.id)))
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import a list of contacts: one step, which can be undone.",
      discussion: examples(
        "blues partner contact import members-es.csv --partner ZINNAE --country ES",
        "blues partner contact import lista.csv --encoding windows-1250",
        "blues partner contact import list.csv --map Firma=name --unmapped keep",
        "blues partner contact import shops.csv --no-header --map 1=organisation",
        "blues partner contact import members.csv --dry-run --save-mapping members.toml",
        "blues partner contact import members.csv --mapping members.toml",
        "blues partner contact import members.csv --mode fill --basis 'consent 2021-03-01'",
        note: """
          Fields: \(ContactField.keys.joined(separator: ", ")).
          Headings in English, French, German, Spanish, Polish and Czech are known. White space \
          around a cell is taken off and a country becomes its EU code; nothing else is changed. \
          Rows that cannot stand go to a rejects file; the same list again changes nothing.
          """))

    @OptionGroup var list: ImportOptions
    @Option(help: "The partner whose list it is.")
    var partner: String?
    @Option(help: "The country of rows that name none.", transform: Read.country)
    var country: CountryCode?
    @Option(help: "A name for the sender; the sender's ids are known by it.")
    var source: String?
    @Option(
      name: .customLong("accept"), parsing: .singleValue,
      help: "A rule that shall only warn, such as phone; may be repeated.",
      transform: Read.rule)
    var accepted: [ContactRule] = []
    @Option(
      help: """
        What the import may do: create adds new contacts, update changes known ones, upsert both, \
        fill adds and fills blanks.
        """)
    var mode = ImportMode.upsert
    @Option(help: "What a blank cell does to a known value: keep or clear.")
    var blank = BlankCells.keep
    @Option(
      help: "The legal basis and its date, such as 'consent 2021-03-01', of rows that name none.",
      transform: Read.statedBasis)
    var basis: StatedBasis?
    @OptionGroup var write: WriteOptions

    func run() throws {
      var request = try list.request
      request.partner = partner
      request.country = country
      request.source = source ?? request.source
      request.accepted = Swift.Set(accepted)
      request.mode = mode
      request.blanks = blank
      request.defaults += basis?.defaults ?? []
      let store = try write.store.toWrite("partner contact import", isRehearsal: write.isRehearsal)
      let rejects = RejectsFile(list.rejects, of: list.file, isRehearsal: write.isRehearsal)
      let said = request
      let outcome = try list.take(said, overwriting: write.output.force) { reader, progress in
        try store.contactImport.run(reader, said, rejects: rejects, progress: progress.tell)
      }
      try ImportAnswer.show(outcome, of: request.fileName, rejects: rejects.path, write)
    }
  }
}

extension ImportMode: ExpressibleByArgument {}

extension BlankCells: ExpressibleByArgument {}
