internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a planned stay.",
      discussion: examples(
        "blues exchange set EX-001 --from 2021-03-15 --to 2021-03-19",
        "blues exchange set EX-001 --goals \"Learn to coat membranes\"",
        "blues exchange set EX-001 --distance 640 --because \"route planner, city to city\"",
        note: "Days and mode can change until the exchange is agreed, the rest until it is over. "
          + "An empty text clears goals or agenda."))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(help: "The first day at the host.", transform: Read.date)
    var from: DateExpression?
    @Option(help: "The last day at the host.", transform: Read.date)
    var to: DateExpression?
    @Option(help: "physical, virtual or hybrid.")
    var mode: Exchange.Mode?
    @Option(help: "What host and visitor want to achieve.")
    var goals: String?
    @Option(help: "What is done on which day.")
    var agenda: String?
    @Option(help: "Whole kilometres between the organisations.")
    var distance: Int?
    @Option(help: "The source of the distance, with --distance.")
    var because: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var setting = Exchanges.Setting()
        setting.firstDay = try store.day(from)
        setting.lastDay = try store.day(to)
        setting.mode = mode
        setting.goals = goals
        setting.agenda = agenda
        setting.distance = distance
        setting.distanceBasis = because
        return ExchangeCommand.answer(
          [try store.exchanges.set(code, setting)], saying: "\(code) is changed.")
      }
    }
  }
}
