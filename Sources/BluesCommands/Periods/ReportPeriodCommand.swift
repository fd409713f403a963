internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ReportPeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period",
    abstract: "How far the report of each period has come: open, locked, submitted, accepted.",
    discussion: examples(
      "blues report period check RP1", "blues report period lock RP1",
      "blues report period submit RP1 --on 2021-04-01",
      note: "The months of the periods are those of blues project period."),
    subcommands: [
      List.self, Show.self, Check.self, Lock.self, Submit.self, Accept.self, Reopen.self,
      Frozen.self, AcceptedCommand.self,
    ])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the reporting periods with their states.",
      discussion: examples("blues report period list"))

    static var columns: [Column] { PeriodStatePage.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      try list.show(
        Table(
          noun: "periods", emptySentence: "No reporting periods.", fields: PeriodStatePage.fields,
          rows: try store.periods.standings()), of: store, schema: "blues.period-states/1",
        title: "Reporting periods")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what happened to a period, and what its lock keeps.",
      discussion: examples("blues report period show RP1"))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(for: output)
      try output.show(PeriodStatePage.document(store.periods.standing(period), store))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "List what a period still lacks before it is locked.",
      discussion: examples(
        "blues report period check RP1", "blues report period check RP1 --json",
        note: "It ends with exit 6 while something is missing. A locked period lacks nothing."))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(for: output)
      let standing = try store.periods.standing(period)
      let missing =
        standing.state.isLocked ? [] : try store.periodCheck.missing(in: standing.period.name)
      try output.show(
        PeriodCheckPage.document(
          standing, output.isPage ? MissingItem.byMonth(missing) : missing,
          title: output.isPage ? "Missing in \(standing.period.name)" : nil))
      if !missing.isEmpty { throw ExitCode(6) }
    }
  }

  struct Lock: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "lock",
      abstract: "Lock a period: its report is kept as it is, and no longer changed.",
      discussion: examples(
        "blues report period lock RP1",
        "blues report period lock RP1 --because \"The Agency waits\"",
        note: """
          It is refused (exit 6) while something is missing. --because locks in spite of that, and \
          keeps what was missing with the lock; a figure that cannot be computed is never passed by.
          """))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @Option(help: "Why it is locked in spite of what is missing, or a remark.")
    var because: String?
    @Option(help: "The day; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let (standing, missing) = try store.periodCheck.lock(
          period, on: store.dayOrToday(on), because: because)
        return try PeriodStatePage.answer(
          "Locked", standing, store,
          remarks: missing.isEmpty
            ? [] : ["Locked in spite of \(counted(missing.count, "missing item"))."])
      }
    }
  }

  struct Submit: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit", abstract: "Record that the report of a locked period was sent.",
      discussion: examples("blues report period submit RP1 --on 2021-04-01"))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @Option(help: "A remark.")
    var because: String?
    @Option(help: "The day; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let standing = try store.periods.submit(
          period, on: store.dayOrToday(on), because: because)
        return try PeriodStatePage.answer("Submitted", standing, store)
      }
    }
  }

  struct Accept: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Record that the Agency accepted the report of a period.",
      discussion: examples(
        "blues report period accept RP1 --on 2021-06-30",
        "blues report period accept RP1 --accepted \"NP D.1 1200.00, AV D.3 90.00\"",
        note: """
          What is not named is accepted as declared. Indirect costs follow their base, unless \
          they are named as well. A list of figures: blues report period accepted import.
          """))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @Option(help: "What the Agency said.")
    var because: String?
    @Option(
      parsing: .singleValue,
      help: """
        PARTNER CATEGORY AMOUNT: the accepted costs where they are not those declared; several \
        with commas between them; may be repeated.
        """)
    var accepted: [String] = []
    @Option(help: "The day; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let figures = try store.acceptedFigures(accepted)
        let standing = try store.statements.accept(
          period, on: store.dayOrToday(on), because: because, figures)
        let former = figures.isEmpty ? try PeriodStatePage.former(of: period, store) : []
        return try PeriodStatePage.answer("Accepted", standing, store, remarks: former)
      }
    }
  }

  struct Reopen: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen", abstract: "Open a locked, submitted or accepted period again.",
      discussion: examples(
        "blues report period reopen RP1 --because \"The Agency asks for two corrections\"",
        note: "What the lock kept stays: blues report period frozen with --lock."))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @Option(help: "Why it is opened again.")
    var because: String
    @Option(help: "The day; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let remarks = try PeriodStatePage.returning(to: period, store)
        let standing = try store.periods.reopen(
          period, on: store.dayOrToday(on), because: because)
        return try PeriodStatePage.answer(
          "Reopened", standing, store, remarks: remarks + PeriodStatePage.former(of: period, store))
      }
    }
  }

  struct Frozen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "frozen",
      abstract: "Write a document that the lock of a period keeps, to the byte.",
      discussion: examples(
        "blues report period frozen RP1 risk-states",
        "blues report period frozen RP1 deliverables -o deliverables.json"))

    @Argument(help: "The period, such as RP1.")
    var period: String
    @Argument(help: "The document, as blues report period show names it.")
    var document: String
    @Option(help: "The partner whose document it is.")
    var partner: String?
    @Option(help: "An earlier lock, by its number in blues report period show.")
    var lock: Int?
    @OptionGroup var store: StoreOptions
    @OptionGroup var file: FileOptions

    func run() throws {
      let frozen = try store.toRead(for: file).frozenDocuments
      guard let found = try frozen.find(document, in: period, partner: partner, lock: lock)
      else {
        throw FrozenProblem.none(
          document, period: period, known: try frozen.all(in: period, lock: lock).map(\.kind))
      }
      try file.write(Array(found.content.utf8))
    }
  }
}
