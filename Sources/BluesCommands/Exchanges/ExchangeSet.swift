internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "State the distance where the places do not tell.",
      discussion: examples(
        "blues exchange set EX-001 --distance 640 --because \"route planner, city to city\""))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(help: "Whole kilometres between the two organisations.")
    var distance: Int
    @Option(help: "Where the distance is from.")
    var because: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.store.toWrite("exchange set", isRehearsal: write.isRehearsal)
      let exchange = try store.exchanges.set(code, distance: distance, because: because)
      try write.output.show(
        write.sentence("\(code) is over \(distance) km."), ExchangeCommand.page(exchange))
    }
  }
}
