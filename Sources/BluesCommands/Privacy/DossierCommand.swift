internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// Everything that is known of a person.
  struct Dossier: DisclosingCommand {
    static let configuration = CommandConfiguration(
      commandName: "dossier",
      abstract: "Write all that is known of a person, to be sent to the person.",
      discussion: examples(
        "blues partner contact dossier C17 -o dossier.pdf",
        "blues partner contact dossier ana@example.org --json",
        "blues partner contact dossier C17 -o card.vcf",
        note: """
          It has the record, every row that refers to it, the consents, the texts of other records \
          that name the person, and what the history has of it. As a card (vcf) it has what \
          another program can take.
          """))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @OptionGroup var past: PastOptions
    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try store.toRead(at: past.at, for: output)
      if output.chosenFormat == .vcard {
        try writeCard(of: opened)
      } else {
        try output.show(page: opened.dossiers.page(of: contact))
      }
      try note(.dossier, as: output.chosenFormat.rawValue, of: 1, outOf: opened, to: output)
    }

    private func writeCard(of store: Store) throws {
      let code = try store.contacts.one(contact).contact.code
      try store.contacts.rows { rows in
        let export = ContactExport(
          listing: Listing(
            conditions: [try Condition(parsing: "\(ContactRows.idColumn)~\(code)@")]),
          isMailMerge: false)
        try output.stream { stream in
          _ = try export.run(rows) { columns in
            try output.sink(
              RowLayout(
                schema: "blues.contact/1", noun: "contacts", columns: ContactRows.keyed(columns),
                title: nil, cards: { CardSink(keys: $0, to: $1) }), to: stream)
          }
        }
      }
    }
  }
}
