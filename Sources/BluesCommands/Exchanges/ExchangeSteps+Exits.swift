internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Cancel: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: "Record that the stay will not take place.",
      discussion: examples(
        "blues exchange cancel EX-001 --because \"The host is closed\"",
        note: "Possible until the stay is completed."))

    @Option(help: "The reason.")
    var because: String
    @OptionGroup var step: StepOptions

    func run() throws { try take(to: .cancelled, because: because) }
  }

  struct Withdraw: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "Record that the visitor withdraws.",
      discussion: examples(
        "blues exchange withdraw EX-001 --because \"Illness\"",
        note: "Possible until the stay starts."))

    @Option(help: "The reason.")
    var because: String
    @OptionGroup var step: StepOptions

    func run() throws { try take(to: .withdrawn, because: because) }
  }

  struct NoShow: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "no-show",
      abstract: "Record that the visitor did not come.",
      discussion: examples(
        "blues exchange no-show EX-001 --on 2021-03-08 --because \"Missed the flight\"",
        note:
          "Possible from the first day of a stay that is contracted, or agreed if it is virtual."))

    @Option(help: "The reason.")
    var because: String
    @OptionGroup var step: StepOptions

    func run() throws { try take(to: .noShow, because: because) }
  }
}
