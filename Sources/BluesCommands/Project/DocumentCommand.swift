internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// The register of documents: files behind records of every kind.
struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "The documents behind the records of the project.",
    discussion: examples(
      "blues project document add D1.1 report.pdf --kind report",
      "blues project document check",
      note: """
        Any record can have documents: D1.1, WP3, A7, R2, or a partner by its short name. Those of \
        an exchange are its papers (`blues exchange paper`); they are listed and checked here too.
        """),
    subcommands: [List.self, Show.self, Check.self, Add.self, Remove.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the documents of a record, or of all.",
      discussion: examples(
        "blues project document list D1.1",
        "blues project document list --where kind=report --columns record,file,sha256"))

    static var columns: [Column] { DocumentRegister.fields.map(\.column) }

    @Argument(
      help: ArgumentHelp("The record, such as D1.1; default: all.", valueName: "code"))
    var anyCode: String?
    @OptionGroup var narrow: SaidOptions<Narrowing<List>>
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "documents",
        emptySentence:
          "No documents yet. Register one with `blues project document add D1.1 FILE`.",
        fields: DocumentRegister.fields, rows: try store.documents.all(of: anyCode))
      try list.show(
        narrow.narrowed(table, in: store), of: store, schema: "blues.document/1",
        title: "Documents")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one document, with its file.",
      discussion: examples("blues project document show DOC3"))

    @Argument(help: "The document, such as DOC3.")
    var document: String
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(
        DocumentCommand.page(store.toRead(at: past.at, for: output).documents.one(document)))
    }
  }

  struct Check: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Compare every file with the SHA-256 it was registered with.",
      discussion: examples(
        "blues project document check", "blues project document check D1.1",
        note: "Ends with exit 1 when a file is missing, changed or cannot be read."))

    static var columns: [Column] { DocumentRegister.checkFields.map(\.column) }

    @Argument(
      help: ArgumentHelp("The record, such as D1.1; default: all.", valueName: "code"))
    var anyCode: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let checked = try store.documents.check(of: anyCode)
      let table = Table(
        noun: "documents", emptySentence: "No documents yet.",
        fields: DocumentRegister.checkFields, rows: checked)
      try list.show(
        table, of: store, schema: "blues.document-check/1", title: "Documents checked")
      let unsound = checked.count { !$0.standing.isSound }
      guard unsound > 0 else { return }
      Console.say(
        "\(unsound) of \(counted(checked.count, "document")) "
          + "\(agreeing(unsound, "is", "are")) not as registered.")
      throw ExitCode.failure
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register a document with the SHA-256 of its file, or where it is kept.",
      discussion: examples(
        "blues project document add D1.1 report.pdf --kind report --copy",
        "blues project document add A2 --kind minutes --note \"Folder 3, cabinet 2\""))

    @Argument(help: ArgumentHelp("The record, such as D1.1.", valueName: "code"))
    var anyCode: String
    @Argument(
      help: "The file; without one --note says where it is kept.", completion: .file())
    var file: String?
    @Option(help: "What it is, in one word such as report; default: document.")
    var kind: String?
    @Option(help: "The day of the document; default: today.", transform: Read.date)
    var dated: DateExpression?
    @Flag(help: "Copy the file beside the project, to blues.papers.")
    var copy = false
    @Option(help: "A remark, such as where it is kept.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try HeldOutputs.refuse(reading: file)
        var draft = try DocumentDraft(kind: kind)
        draft.file = file
        draft.isCopied = copy
        draft.dated = try store.day(dated)
        draft.note = note
        let added = try store.documents.add(draft, to: anyCode)
        let place = added.document.file.map { ": \($0)" } ?? ""
        return Answer(
          "\(added.document.code) of \(added.record ?? anyCode) is the "
            + "\(added.document.kind)\(place).",
          DocumentCommand.page(added))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a document from the register; its file stays where it is.",
      discussion: examples("blues project document remove DOC3"))

    @Argument(help: "The document, such as DOC3.")
    var document: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let gone = try store.documents.remove(document)
        let place = gone.document.file.map { "; \($0) stays where it is" } ?? ""
        return Answer(
          "\(gone.document.code) of \(gone.record ?? gone.noun), \(gone.document.kind), is "
            + "removed\(place).",
          DocumentCommand.page(gone))
      }
    }
  }

  static func page(_ entry: DocumentRegister.Entry) -> Document {
    Document(
      schema: "blues.document/1",
      blocks: [.facts(Facts(fields: DocumentRegister.fields, of: entry))])
  }
}
