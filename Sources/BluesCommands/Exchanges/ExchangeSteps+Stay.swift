internal import ArgumentParser
internal import BluesCore

extension ExchangeCommand {
  struct Start: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Record that the visitor arrived.",
      discussion: examples("blues exchange start EX-001 EX-002 --on 2021-03-08"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .ongoing) }
  }

  struct Complete: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "complete",
      abstract: "Record that the stay is completed.",
      discussion: examples("blues exchange complete EX-001 --on 2021-03-12"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .completed) }
  }

  struct Report: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Record that the visitor handed in the closing report.",
      discussion: examples("blues exchange report EX-001 --on 2021-03-16"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .reported) }
  }

  struct Validate: StepCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "Record that the partnership validated report and proofs.",
      discussion: examples("blues exchange validate EX-001 --on 2021-03-18"))

    @OptionGroup var step: WayOptions

    func run() throws { try take(to: .validated) }
  }
}
