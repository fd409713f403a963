internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Tabular

extension ContactCommand {
  struct Import: ChangingCommand, FilledCommand {
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
        "blues partner contact import members.csv --edits replace",
        "blues partner contact import lists/*.xlsx --partner ZINNAE",
        note: """
          Fields: \(ContactField.keys.joined(separator: ", ")).
          Headings in English, French, German, Spanish, Polish and Czech are known. White space \
          around a cell is removed and a country becomes its EU code; nothing else is changed. \
          Rejected rows go to a rejects file. The same list again changes nothing. Values that \
          were changed here stay when the list has others; the answer lists them.
          """))

    static var filled: [String] { ContactField.keys }

    @OptionGroup var list: ImportOptions
    @Argument(help: "More files, imported one after the other.", completion: .file())
    var moreFiles: [String] = []
    @Option(help: "The partner whose list it is.")
    var partner: String?
    @Option(help: "The country of rows without one.", transform: Read.country)
    var country: CountryCode?
    @Option(help: "A name for the sender, to which the sender's ids belong.")
    var source: String?
    @Option(
      name: .customLong("accept"), parsing: .singleValue,
      help: "A rule that only warns, such as phone; may be repeated.",
      transform: Read.rule)
    var accepted: [ContactRule] = []
    @Option(
      help: """
        What the import can do: create adds new contacts, update changes known ones, upsert does \
        both, fill adds and fills blanks.
        """)
    var mode = ImportMode.upsert
    @Option(help: "What a blank cell does to a known value: keep or clear.")
    var blank = BlankCells.keep
    @Option(help: "What to do with fields that were changed here since: keep or replace.")
    var edits = EditedFields.keep
    @Option(
      help: "The legal basis and its date, such as 'consent 2021-03-01', for rows without one.",
      transform: Read.statedBasis)
    var basis: LegalBasisOption?
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] + moreFiles }

    func validate() throws {
      if !moreFiles.isEmpty, list.mapped.rejects != nil || list.mapped.saveMapping != nil {
        throw ValidationError("--rejects and --save-mapping go with one file at a time.")
      }
    }

    func run() throws {
      let lists = list.each(with: moreFiles)
      if lists.count > 1 { for list in lists { try list.list.check() } }
      try change { store in
        guard lists.count > 1 else {
          let done = try bring(list, to: store)
          return ImportPage.answer(
            done.outcome, of: done.name, reused: done.reused, rejects: done.rejects,
            isRehearsal: write.isRehearsal)
        }
        let summary = ImportSummary(lists.map(\.list.name)) { index in
          let done = try bring(lists[index], to: store)
          return ImportSummary.Line(
            name: done.name, outcome: done.outcome, reused: done.reused, rejects: done.rejects)
        }
        return summary.answer(isRehearsal: write.isRehearsal)
      }
    }

    /// What an import of one file came to.
    private struct Done {
      let name: String
      let outcome: ImportOutcome
      let reused: [String]
      let rejects: String?
    }

    /// One file, one step of the history.
    private func bring(_ list: ImportOptions, to store: Store) throws -> Done {
      var said = ListSaying(
        list: list, dateOrder: write.project.dateOrder, partner: partner, country: country,
        source: source, accepted: accepted)
      try said.complete(from: store)
      var given = try said.request()
      given.mode = mode
      given.blanks = blank
      given.edits = edits
      given.defaults += try basis?.defaults(said.dateOrder) ?? []
      let request = given
      let rejects = RejectsFile(list.rejects, of: list.file, isRehearsal: write.isRehearsal)
      let outcome = try said.take(request, for: write) { reader, progress in
        rejects.follow(reader.reading)
        return try store.contactImport.run(
          reader, request, rejects: rejects, progress: progress.tell)
      }
      return Done(
        name: request.fileName, outcome: outcome, reused: said.told(rejects.reading),
        rejects: rejects.path)
    }
  }
}

extension ImportMode: OptionWord {}

extension BlankCells: OptionWord {}

extension EditedFields: OptionWord {}
extension AbsentChoice: OptionWord {}
