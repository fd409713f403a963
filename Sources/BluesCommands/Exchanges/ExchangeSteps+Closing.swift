internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Pay: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "pay",
      abstract: "Record that the visitor was paid.",
      discussion: examples(
        "blues exchange pay EX-001 --reference \"SEPA 2021-0042\" --on 2021-03-19",
        note: """
          A payment needs a validated closing report; a virtual exchange is never paid. A payment \
          later than ten days after completion is recorded with a warning.
          """))

    @Option(help: "The amount paid; default: the amount agreed.", transform: Read.money)
    var amount: Money?
    @Option(help: "The bank's reference of the payment.")
    var reference: String
    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .paid, amount: amount, reference: reference) }
  }

  struct Close: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Record that the exchange is finished.",
      discussion: examples("blues exchange close EX-001 --on 2021-03-31"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .closed) }
  }
}
