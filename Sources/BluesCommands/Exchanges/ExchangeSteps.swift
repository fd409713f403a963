internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  /// Which exchange, and on which day.
  struct Step: ParsableArguments {
    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Option(help: "The day it happened; today otherwise.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func take(
      _ command: String, _ take: (Exchanges, ExchangeCode, Day) throws -> Exchanges.Result
    ) throws {
      let store = try write.store.toWrite(command, isRehearsal: write.isRehearsal)
      let result = try take(store.exchanges, code, store.dayOrToday(on))
      try show(result, "\(code) is \(result.exchange.state.rawValue).", write)
    }
  }

  struct Agree: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "agree",
      abstract: "Record that host and visitor agreed.",
      discussion: examples(
        "blues exchange agree EX-001 --on 2021-08-02",
        note: "The rules are asked again, and their edition is kept with the exchange."))

    @OptionGroup var step: Step

    func run() throws {
      try step.take("exchange agree") { try $0.agree($1, on: $2) }
    }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Record that the visitor arrived.",
      discussion: examples("blues exchange start EX-001 --on 2021-09-06"))

    @OptionGroup var step: Step

    func run() throws {
      try step.take("exchange start") { try $0.start($1, on: $2) }
    }
  }

  struct Complete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "complete",
      abstract: "Record that the stay took place to its end.",
      discussion: examples("blues exchange complete EX-001 --on 2021-09-10"))

    @OptionGroup var step: Step

    func run() throws {
      try step.take("exchange complete") { try $0.complete($1, on: $2) }
    }
  }

  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "Record that the stay will not take place.",
      discussion: examples("blues exchange cancel EX-001 --because \"The host is closed\""))

    @Option(help: "Why.")
    var because: String
    @OptionGroup var step: Step

    func run() throws {
      try step.take("exchange cancel") { try $0.cancel($1, on: $2, because: because) }
    }
  }
}
