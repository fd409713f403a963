internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Checks hours against the rules on effort.
struct CheckHours: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check hours: caps, days off, contracts, signatures, rates of pay, the plan.",
    discussion: examples(
      "blues workpackage effort check", "blues workpackage effort check --period RP1",
      "blues workpackage effort check --person NP-1 --where check=day-off",
      note: """
        The checks are \(names.joined(separator: ", ")). It ends with exit 6 when a check of \
        severity refusal fails. The answer is printed either way.
        """))
  static let columns = EffortFinding.fields.map(\.column)

  private static let names = [
    "month-cap", "year-cap", "day-off", "double-day", "contract-dates", "action-dates",
    "unsigned-timesheet", "effort-in-foreign-wp", "no-rate", "declared-full-time",
  ]

  @OptionGroup var wanted: HoursOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let store = try store.toRead(at: list.at, for: list.output)
    let findings = try store.timesheets.check(wanted.wanted)
    try list.show(
      Table(
        noun: "findings", emptySentence: "The hours keep all rules.", fields: EffortFinding.fields,
        rows: findings),
      of: store, schema: "blues.effort-check/1", title: "Effort checks")
    if findings.contains(where: { $0.breach.severity == .refusal }) {
      throw ExitCode(ProblemKind.refusedByRule.exitCode)
    }
  }
}

/// Explains why effort is not as planned.
struct ExplainEffort: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain the effort of a partner in a work package in a period.",
    discussion: examples(
      "blues workpackage effort explain NP WP5 \"Took over two webinars from AV\" --period RP1",
      note: "The same again replaces it; an empty text takes it away."))

  @Argument(help: "The partner, such as NP.")
  var partner: String
  @Argument(help: "The work package, such as WP5.", transform: { try Read.code($0) })
  var package: WorkPackageCode
  @Argument(help: "The explanation.")
  var words: String
  @Option(help: "The reporting period, such as RP1.")
  var period: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let code = try store.timesheets.explain(partner, in: package, period: period, words)
      return Answer(
        "\(code) in \(package), \(period): explained.",
        Document(
          schema: "blues.effort-explanation/1",
          blocks: [
            .facts(
              Facts([
                Fact("partner", "Partner", .text(code)),
                Fact("work_package", "WP", .text(package.description)),
                Fact("period", "Period", .text(period)),
                Fact("explanation", "Explanation", .text(words)),
              ]))
          ]))
    }
  }
}
