internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct PaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper", abstract: "The papers of the exchanges.",
    discussion: examples(
      "blues exchange paper missing EX-001",
      "blues exchange paper add EX-001 closing-report report.pdf"),
    subcommands: [
      List.self, Show.self, Missing.self, Check.self, Add.self, Import.self, Sign.self,
      Remove.self,
    ])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the papers of an exchange, or of all.",
      discussion: examples(
        "blues exchange paper list EX-001",
        "blues exchange paper list --where kind=travel-proof --columns exchange,file,sha256"))

    static var columns: [Column] { Paper.fields.map(\.column) }

    @Argument(help: "The exchange, such as EX-017; default: all.", transform: Read.exchange)
    var code: ExchangeCode?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "papers",
        emptySentence: "No papers yet. Register one with `blues exchange paper add EX-001 KIND`.",
        fields: Paper.fields, rows: try store.papers.all(code)
      )
      try list.show(table, of: store, schema: "blues.paper/1", title: "Papers")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one paper, with its signatures and its file.",
      discussion: examples("blues exchange paper show EX-001 7"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The number of the paper, as in the list.")
    var number: Int
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(
        PaperCommand.page(store.toRead(at: past.at, for: output).papers.one(code, number)))
    }
  }

  struct Missing: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "missing",
      abstract: "List what is missing for the next step and on the way to closed.",
      discussion: examples(
        "blues exchange paper missing EX-001",
        "blues exchange paper missing --where is_next=yes"))

    static var columns: [Column] { Papers.missingFields.map(\.column) }

    @Argument(
      help: "The exchange, such as EX-017; default: all that are not over.",
      transform: Read.exchange)
    var code: ExchangeCode?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "missing", emptySentence: "No paper is missing.", fields: Papers.missingFields,
        rows: try store.papers.missing(code))
      try list.show(table, of: store, schema: "blues.missing-papers/1", title: "Missing papers")
    }
  }

  struct Check: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Compare every file with the SHA-256 it was registered with.",
      discussion: examples(
        "blues exchange paper check", "blues exchange paper check EX-001",
        note: "Ends with exit 1 when a file is missing, changed or cannot be read."))

    static var columns: [Column] { Papers.checkFields.map(\.column) }

    @Argument(help: "The exchange, such as EX-017; default: all.", transform: Read.exchange)
    var code: ExchangeCode?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let checked = try store.papers.check(code)
      let table = Table(
        noun: "papers", emptySentence: "No papers yet.", fields: Papers.checkFields,
        rows: checked)
      try list.show(table, of: store, schema: "blues.paper-check/1", title: "Papers checked")
      let unsound = checked.count { !$0.standing.isSound }
      guard unsound > 0 else { return }
      Console.say(
        "\(unsound) of \(counted(checked.count, "paper")) \(agreeing(unsound, "is", "are")) not as "
          + "registered.")
      throw ExitCode.failure
    }
  }
}
