internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the exchanges, with what is overdue and what the next step lacks.",
      discussion: examples(
        "blues exchange list", "blues exchange list --where state=agreed --sort first_day",
        "blues exchange list --where countries=ES-DE", "blues exchange list --overdue",
        "blues exchange list --missing", "blues exchange list --where missing~closing-report"))

    static var columns: [Column] { ExchangeStanding.fields.map(\.column) }

    @Flag(help: "Only those with something overdue, the oldest first.")
    var overdue = false
    @Flag(help: "Only those whose next step lacks a paper.")
    var missing = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      var standings = try store.exchanges.standings().filter {
        (!overdue || $0.overdue != nil) && (!missing || !$0.missing.isEmpty)
      }
      if overdue {
        standings.sort {
          ($0.overdue?.due ?? $0.exchange.lastDay, $0.exchange.code)
            < ($1.overdue?.due ?? $1.exchange.lastDay, $1.exchange.code)
        }
      }
      let table = Table(
        noun: "exchanges",
        emptySentence: overdue || missing
          ? "No exchange matches."
          : "No exchanges yet. Plan one with `blues exchange propose`.",
        fields: ExchangeStanding.fields, rows: standings)
      try list.show(table, of: store, schema: "blues.exchange/1", title: "Exchanges")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one exchange: its steps, papers, money and people.",
      discussion: examples(
        "blues exchange show EX-001", "blues exchange show EX-001 -o ex-001.html"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(
      name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
      transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(page: store.toRead(at: at, for: output).exchanges.page(code))
    }
  }
}
