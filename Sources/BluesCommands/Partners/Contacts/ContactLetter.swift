internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// Fills a letter for each contact.
  struct Letter: DisclosingCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "letter",
      abstract: "Fill a Markdown letter for each contact.",
      discussion: examples(
        "blues partner contact letter invitation.md --where partner=NP -o letters.docx",
        "blues partner contact letter invitation.md --where country=ES -o letters",
        note: """
          Fields in braces are columns of contacts: Dear {salutation} {title} {family_name}. One \
          document has a page for each letter; where -o has no ending it is a folder with a file \
          for each, Word unless --format says otherwise. Contacts that opted out, withdrew their \
          consent to the purpose or have no legal basis are left out and counted.
          """))

    static var columns: [Column] { Contact.fields.map(\.column) }

    @Argument(help: "The letter in Markdown.", completion: .file(extensions: ["md"]))
    var template: String
    @Option(
      name: .customLong("where"), parsing: .singleValue,
      help: "FIELD=VALUE, or with != ~ < > <= >=; may be repeated.", transform: Read.condition)
    var conditions: [Condition] = []
    @Option(
      parsing: .unconditional,
      help: "The column to sort by; -COLUMN sorts in descending order; separate several by commas.")
    var sort: String?
    @Option(help: MailPurpose.help, transform: Read.scope)
    var purpose = ConsentScope.newsletter
    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let isFolder = output.path != nil && output.output?.ending == nil
      let opened =
        isFolder
        ? try store.toRead(for: StandardOutput(), reading: [template])
        : try store.toRead(for: output, reading: [template])
      let letters = try letters(of: opened)
      if isFolder, let path = output.path {
        try write(letters, to: path)
      } else {
        try output.show(letters.document)
      }
      if let remark = letters.remark { Console.say(remark) }
      try note(
        .letters, as: output.chosenFormat(or: isFolder ? .docx : .text).rawValue,
        of: letters.letters.count, outOf: opened, to: output)
    }

    private func letters(of store: Store) throws -> Letters {
      let name = ListFile.lastPart(template)
      let text = try SmallFile.read(template, most: LetterTemplate.mostBytes, for: "a letter")
      let listing = Listing(
        sort: sort.map { $0.split(separator: ",").map(String.init) } ?? [], conditions: conditions)
      let contacts = try store.contacts.all()
      let fields = try store.contacts.fields(for: listing.names + Self.fields(in: text))
      let table = try ContactCommand.table(contacts, of: store, listing, emptySentence: "")
      let wanted = try listing.read(for: table.columns, in: store).apply(to: table)
      let byCode = Dictionary(contacts.map { ($0.code, $0) }) { first, _ in first }
      return Letters(
        try LetterTemplate(text: text, name: name, columns: fields.map(\.column)), fields: fields,
        to: wanted.rows.compactMap { byCode[$0[0].shown] },
        try store.consents.permission(for: purpose))
    }

    /// The words in braces, to ask for the columns that an import kept.
    private static func fields(in text: [UInt8]) -> [String] {
      text.split(separator: UInt8(ascii: "{")).dropFirst().map { part in
        String(decoding: part.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self).trimmed
      }
    }

    private func write(_ letters: Letters, to path: String) throws {
      let format = output.chosenFormat(or: .docx)
      let ending = ".\(format.traits.endings[0])"
      let folder = try OutputFolder(path, overwriting: output.force) { _, names in
        names.allSatisfy { name in
          name.hasPrefix("C") && name.hasSuffix(ending)
            && name.dropFirst().dropLast(ending.count).allSatisfy { $0.isNumber || $0 == "@" }
        }
      }
      let day = try Environment.today()
      let documents = letters.documents
      let printed =
        format == .pdf ? PrintedTogether.files(of: documents.map(\.document), day: day) : []
      for (number, letter) in documents.enumerated() {
        let ready = format == .pdf ? printed[number] : nil
        let rendering = Rendering(format: format, day: day, engines: EngineProcess.run)
        try folder.write(letter.code + ending, ready ?? letter.document.bytes(rendering))
      }
      try folder.finish()
      try StandardOutput().show(line: "\(counted(folder.names.count, "letter")) in \(path).")
    }
  }
}
