internal import ArgumentParser
internal import BluesCore

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports on the project, in every format.",
    discussion: examples(
      "blues report status", "blues report status -o status.html",
      "blues report exchanges -o exchanges.xlsx"),
    subcommands: [RunReport<StatusReport>.self, RunReport<ExchangeReport>.self])
}
