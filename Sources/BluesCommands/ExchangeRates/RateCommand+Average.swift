internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension RateCommand {
  struct Average: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "average",
      abstract: "The average rates of the reporting periods, by which costs become euro.",
      discussion: examples(
        "blues partner rate average --period RP1",
        "blues partner rate average --where currency=CZK", "blues partner rate average --all",
        note: """
          The average of all daily rates published from the first to the last day of the period. \
          Costs are converted with the exact one, which is shown with six decimals. A period that \
          the rates do not cover yet is named.
          """))

    static var columns: [Column] { PeriodRate.fields.map(\.column) }

    @Option(help: "The reporting period, such as RP1; default: all.")
    var period: String?
    @Flag(help: "All currencies with rates; default on a page: those that costs and pay are in.")
    var all = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      var rows: [PeriodRate] = []
      if let period {
        rows = try store.periodRates.all(in: period)
      } else {
        for standing in try store.periods.standings() {
          do {
            rows += try store.periodRates.all(in: standing.period.name)
          } catch let problem as RateProblem {
            Console.say(problem.message)
          }
        }
      }
      let used = try store.exchangeRates.usedCurrencies()
      rows =
        rows.filter { used.contains($0.currency) } + rows.filter { !used.contains($0.currency) }
      let isShort =
        !all && !used.isEmpty && list.rows.isEmpty && list.output.features.contains(.page)
      let shown = isShort ? rows.filter { used.contains($0.currency) } : rows
      if isShort, shown.count < rows.count {
        let others = rows.count - shown.count
        Console.say("\(counted(others, "more average")) of currencies that no cost is in: --all.")
      }
      try list.show(
        Table(
          noun: "averages", emptySentence: RatePage.none, fields: PeriodRate.fields, rows: shown),
        of: store, schema: "blues.rate-averages/1", title: "Average exchange rates")
    }
  }
}
