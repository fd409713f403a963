internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports on the project, in every format.",
    discussion: examples(
      "blues report status", "blues report status -o status.html",
      "blues report exchanges -o exchanges.xlsx"),
    subcommands: [Status.self, Exchanges.self])

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Where the project stands: late, next, exchanges, contacts, what changed.",
      discussion: examples(
        "blues report status",
        "blues report status -o status.html",
        "blues report status --at 2021-01-31 --format markdown",
        "blues report status --next 14 --json"))

    @Option(help: "How many days ahead to look.")
    var next = 60
    @Option(help: "How many days back changes are told.")
    var changed = 30
    @Option(
      name: .customLong("at"), help: "What was known on that date.", transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard next >= 0, changed >= 1 else {
        throw ValidationError("--next and --changed are numbers of days.")
      }
    }

    func run() throws {
      let store = try store.toRead(at: at, for: output)
      try output.show(store.statusReport.document(span: .init(next: next, changed: changed)))
    }
  }

  struct Exchanges: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exchanges",
      abstract: "The exchanges that count, by mode, countries, kind of visitor and partner.",
      discussion: examples(
        "blues report exchanges",
        "blues report exchanges -o exchanges.html",
        "blues report exchanges --at 2021-06-30 --json",
        note: """
          An exchange counts once it is validated, and only for the partnership that manages and \
          pays the visitor; what is hosted for others stands apart.
          """))

    @Option(name: .customLong("at"), help: "What was known on that date.", transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(store.toRead(at: at, for: output).exchangeReport.document())
    }
  }
}
