internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Apply: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "Record that host and visitor handed in their applications.",
      discussion: examples("blues exchange apply EX-001 --on 2021-02-01"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .applied) }
  }

  struct Admit: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "admit",
      abstract: "Record that the partnership found both sides eligible.",
      discussion: examples("blues exchange admit EX-001 --on 2021-02-05"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .eligible) }
  }

  struct Confirm: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Record that host and visitor both accepted the match.",
      discussion: examples(
        "blues exchange confirm EX-001 --on 2021-02-10", "blues exchange confirm EX-001 EX-002"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .matched) }
  }
}
