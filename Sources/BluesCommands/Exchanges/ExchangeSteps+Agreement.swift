internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Agree: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "agree",
      abstract: "Record that all four parties signed the Commitment to Quality.",
      discussion: examples(
        "blues exchange agree EX-001 --on 2021-03-01",
        note: "The rules are checked again, and their edition is kept with the exchange."))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .agreed) }
  }

  struct Contract: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "contract",
      abstract: "Record the financial agreement of visitor and managing partnership.",
      discussion: examples(
        "blues exchange contract EX-001 --amount \"780 EUR\" --on 2021-03-02",
        note: """
          Without --amount it is the lump sum that `blues exchange check` calculates. It cannot \
          exceed what the host's country and the scheme allow. A virtual exchange has no money: it \
          starts when it is agreed.
          """))

    @Option(help: "The lump sum agreed on, such as 780 EUR.", transform: Read.money)
    var amount: Money?
    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .contracted, amount: amount) }
  }
}
