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
    @OptionGroup var contacts: ContactListOptions
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
            isRehearsal: write.isRehearsal, again: done.again)
        }
        let summary = ImportSummary(lists.map(\.list.name)) { index in
          let done = try bring(lists[index], to: store)
          return ImportSummary.Line(
            name: done.name, outcome: done.outcome, reused: done.reused, rejects: done.rejects)
        }
        return summary.answer(isRehearsal: write.isRehearsal)
      }
    }

    /// One file, one step of the history.
    private func bring(
      _ list: ImportOptions, to store: Store
    ) throws -> ContactListOptions.Done {
      try contacts.bring(list, to: store, by: write) { reader, request, rejects, progress in
        try store.contactImport.run(reader, request, rejects: rejects, progress: progress)
      }
    }
  }
}
