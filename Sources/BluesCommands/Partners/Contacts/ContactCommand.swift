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
      Import.self, List.self, Search.self, Show.self, Add.self, Set.self, Remove.self,
      Duplicates.self,
      Merge.self, Distinct.self, Export.self, Letter.self, ConsentCommand.self, Dossier.self,
      Erase.self,
      RetentionCommand.self, StopCommand.self, BatchCommand.self,
    ],
    aliases: ["c"])

  /// The page of the contact that a text names.
  static func page(of text: String, in contacts: Contacts) throws -> Document {
    let found = try contacts.one(text)
    return page(
      found.contact, kept: found.kept, merged: try contacts.merged(into: found.contact.id))
  }

  static func page(
    _ contact: Contact, kept: [ExtraCell] = [], merged: [MergedContact] = []
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

  /// The table of a list, with the kept columns when the list speaks of one.
  static func table(
    _ contacts: [Contact], of store: Store, _ listing: Listing, emptySentence: String
  ) throws -> Table {
    Table(
      noun: "contacts", emptySentence: emptySentence,
      fields: try store.contacts.fields(for: listing.names), rows: contacts)
  }

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the contacts.",
      discussion: examples(
        "blues partner contact list --limit 20",
        "blues partner contact list --where partner=ZINNAE --sort city",
        "blues partner contact list --where email~example.org --json",
        "blues partner contact list --where Stand=A1 --columns name,Stand",
        note: "Columns that an import kept are named by their headings."))

    static var columns: [Column] { Contact.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = try table(
        store.contacts.all(), of: store, list.listing,
        emptySentence: "No contacts yet. Add some with `blues partner contact import FILE`.")
      try list.show(table, of: store, schema: "blues.contact/1", title: "Contacts")
    }
  }

  struct Search: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "search",
      abstract: "Find contacts by words, whatever their accents and endings.",
      discussion: examples(
        "blues partner contact search agua",
        "blues partner contact search lodz nano",
        note: "Every word must occur, at the start of a word; the best matches come first."))

    static var columns: [Column] { Contact.fields.map(\.column) }

    @Argument(help: "The words to find.")
    var words: [String]
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let words = words.joined(separator: " ")
      let store = try store.toRead(at: list.at, for: list.output)
      let table = try table(
        store.contacts.search(words), of: store, list.listing,
        emptySentence: "No contact has the words \"\(words)\".")
      try list.show(table, of: store, schema: "blues.contact/1", title: "Contacts: \(words)")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one contact with all the values of its list.",
      discussion: examples(
        "blues partner contact show C17", "blues partner contact show ana@example.org"))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(page(of: contact, in: store.toRead(at: past.at, for: output).contacts))
    }
  }
}
