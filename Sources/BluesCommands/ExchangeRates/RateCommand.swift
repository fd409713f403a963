internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: "Exchange rates: the ECB's daily reference rates, and the averages of the periods.",
    discussion: examples(
      "blues partner rate import eurofxref-hist.zip", "blues partner rate average --period RP1",
      "blues partner rate set PLN --period RP1 --rate 4.4430 --because \"Audit certificate\"",
      note: "The files are on \(RateSource.ecb.page)."),
    subcommands: [
      List.self, Show.self, Average.self, Set.self, Remove.self, Import.self,
    ])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the currencies with rates, and how far they reach.",
      discussion: examples(
        "blues partner rate list", "blues partner rate list --where currency=CZK"))

    static var columns: [Column] { ExchangeRates.Stored.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      try list.show(
        Table(
          noun: "rates", emptySentence: RatePage.none, fields: ExchangeRates.Stored.fields,
          rows: try store.exchangeRates.stored()), of: store, schema: "blues.rates/1",
        title: "Exchange rates")
    }
  }

  struct Show: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the rates of a currency day by day.",
      discussion: examples(
        "blues partner rate show CZK --period RP1", "blues partner rate show CZK --limit 10"))

    static var columns: [Column] { ExchangeRates.Daily.fields.map(\.column) }

    @Argument(help: "The currency, such as CZK.", transform: Read.currency)
    var currency: BluesCore.Currency
    @Option(help: "The reporting period, such as RP1; default: all days.")
    var period: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      try list.show(
        Table(
          noun: "days", emptySentence: "No rate of \(currency) in the period.",
          fields: ExchangeRates.Daily.fields,
          rows: try store.exchangeRates.daily(currency, in: period)), of: store,
        schema: "blues.rate/1", title: "Rates of \(currency)")
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Set the rate of a currency for a period by hand, in place of the average.",
      discussion: examples(
        "blues partner rate set PLN --period RP1 --rate 4.4430 --because \"Audit certificate\""))

    @Argument(help: "The currency, such as PLN.", transform: Read.currency)
    var currency: BluesCore.Currency
    @Option(help: "The reporting period, such as RP1.")
    var period: String
    @Option(help: "Units of the currency for one euro, such as 4.4430.", transform: Read.rate)
    var rate: ExactRate
    @Option(help: "Why the average is not used.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let set = try store.exchangeRates.set(currency, in: period, to: rate, because: because)
        return Answer("Set \(currency) in \(set.period) to \(rate).", RatePage.document(set))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a rate that was set by hand; the average is used again.",
      discussion: examples("blues partner rate remove PLN --period RP1 --yes"))

    @Argument(help: "The currency, such as PLN.", transform: Read.currency)
    var currency: BluesCore.Currency
    @Option(help: "The reporting period, such as RP1.")
    var period: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove the rate of \(currency)?", confirmation) { store in
        try store.exchangeRates.remove(currency, in: period)
        return Answer("Removed the rate of \(currency) in \(period).", .removed(currency.code))
      }
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import the ECB's files of exchange rates.",
      discussion: examples(
        "blues partner rate import eurofxref-hist.zip", "blues partner rate import eurofxref.xml",
        "blues partner rate import data.csv --dry-run",
        note: """
          The history and the daily file, as CSV, XML or zip, and the CSV of the data portal. The \
          same file again changes nothing; revised rates are changed and listed, except in a \
          period that is locked.
          """))

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [file] }

    func run() throws {
      try change { store in
        let name = ListFile.lastPart(file == "-" ? "standard input" : file)
        let read: RateFile
        do {
          read = try RateFile(
            file == "-" ? .file(descriptor: STDIN_FILENO) : .file(at: file), named: name)
        } catch let problem as TabularProblem {
          throw ListProblem(file: name, problem: problem)
        }
        return RatePage.answer(try store.exchangeRates.take(read, named: name))
      }
    }
  }
}

extension Read {
  static let currency = argument { text in
    guard let currency = BluesCore.Currency(text) else {
      throw ValidationError("\(text) is not a currency such as CZK.")
    }
    return currency
  }

  static let rate = argument { text in
    guard let rate = try ExactRate(typed: text) else {
      throw ValidationError("\(text) is not a rate such as 4.4430.")
    }
    return rate
  }
}

/// What the commands of exchange rates tell.
enum RatePage {
  static let none =
    "No exchange rates yet. Fetch \(RateSource.ecb.history) and import it with "
    + "`blues partner rate import`."

  static func document(_ rate: PeriodRate) -> Document {
    Document(
      schema: "blues.rate-average/1", blocks: [.facts(Facts(fields: PeriodRate.fields, of: rate))])
  }

  static func answer(_ result: RateImport) -> Answer {
    let days = result.days.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
    let kept = result.kept > 0 ? " + kept \(result.kept)" : ""
    let changed = Table(
      noun: "changed", emptySentence: "No rate was revised.", fields: RateImport.Changed.fields,
      rows: result.changed)
    let counts = Facts([
      Fact("read", "Read", .integer(result.read)),
      Fact("created", "Created", .integer(result.created)),
      Fact("updated", "Updated", .integer(result.updated)),
      Fact("kept", "Kept", .integer(result.kept)),
      Fact("unchanged", "Unchanged", .integer(result.unchanged)),
      Fact("currencies", "Currencies", .integer(result.currencies)),
      Fact("first_day", "From", .day(orEmpty: result.days?.lowerBound)),
      Fact("last_day", "To", .day(orEmpty: result.days?.upperBound)),
    ])
    var remarks: [String] = []
    if result.passedOver > 0 {
      remarks.append(
        "\(counted(result.passedOver, "row")) of other series ignored: only daily reference "
          + "rates of the euro are taken.")
    }
    return Answer(
      "read \(result.read) = created \(result.created) + updated \(result.updated) + "
        + "unchanged \(result.unchanged)\(kept); "
        + "\(counted(result.currencies, "currency", "currencies"))\(days)",
      details: result.changed.isEmpty ? [] : [.table(changed)],
      Document(schema: "blues.rate-import/1", blocks: [.facts(counts), .table(changed)]),
      remarks: remarks)
  }
}
