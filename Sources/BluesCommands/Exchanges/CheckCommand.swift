internal import ArgumentParser
internal import Basics
internal import BluesCore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check exchanges against the rules of the scheme.",
    discussion: examples(
      "blues exchange check EX-001", "blues exchange check",
      "blues exchange check EX-001 --format json",
      note: """
        Without a number it checks every exchange that is neither closed nor ended early. It ends \
        with exit 0 when there are only warnings, and with exit 6 when a rule refuses an exchange \
        and the Agency did not waive it. The answer is printed either way.
        """))

  @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
  var code: ExchangeCode?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let exchanges = try store.toRead(for: output).exchanges
    let checks = try code.map { [try exchanges.check($0)] } ?? exchanges.checkOpen()
    try output.show(
      checks.count == 1 && code != nil ? CheckPage.document(checks[0]) : CheckPage.document(checks))
    if checks.contains(where: \.isRefused) {
      throw ExitCode(ProblemKind.refusedByRule.exitCode)
    }
  }
}
