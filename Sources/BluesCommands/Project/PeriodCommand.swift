internal import ArgumentParser
internal import BluesCore
internal import Documents

struct PeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "The reporting periods, in project months.",
    discussion: examples(
      "blues project period list", "blues project period add --to M34",
      "blues project period set RP2 --to M22"),
    subcommands: [
      List.self, Add.self, Set.self, Remove.self, ImportRows<Period>.self, ExportRows<Period>.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the reporting periods.",
      discussion: examples("blues project period list"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let overview = try store.toRead(for: output).project.overview()
      try output.show(
        Document(schema: "blues.periods/1", blocks: [.table(ProjectPage.periods(overview))]))
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a reporting period after the last one.",
      discussion: examples(
        "blues project period add --to M34", "blues project period add --from M25 --to M34"))

    @Option(help: "The first month; default: the one after the last period.", transform: Read.month)
    var from: ProjectMonth?
    @Option(help: "The last month, such as M34.", transform: Read.month)
    var to: ProjectMonth
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let period = try store.periods.add(from: from, to: to)
        return try PeriodPage.answer("Added", period, store)
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change the months of a reporting period.",
      discussion: examples("blues project period set RP2 --to M22"))

    @Argument(help: "The period, such as RP2.")
    var name: String
    @Option(help: "The first month.", transform: Read.month)
    var from: ProjectMonth?
    @Option(help: "The last month.", transform: Read.month)
    var to: ProjectMonth?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let period = try store.periods.set(name, from: from, to: to)
        return try PeriodPage.answer("Changed", period, store, isComplete: true)
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove the last reporting period.",
      discussion: examples("blues project period remove RP3 --yes"))

    @Argument(help: "The period, such as RP3.")
    var name: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove \(name)?", confirmation) { store in
        try store.periods.remove(name)
        return Answer("Removed \(name).", .removed(name))
      }
    }
  }
}

/// What a change of a period tells.
enum PeriodPage {
  static func answer(
    _ verb: String, _ period: Period, _ store: Store, isComplete: Bool = false
  ) throws -> Answer {
    let overview = try store.project.overview()
    let days = period.days(in: overview.project)
    var answer = Answer(
      "\(verb) \(period.name): \(period.startMonth) to \(period.endMonth), \(days.lowerBound) to "
        + "\(days.upperBound).",
      Document(schema: "blues.periods/1", blocks: [.table(ProjectPage.periods(overview))]),
      remarks: doubts(overview, isComplete: isComplete))
    answer.unchanged = "Nothing changed: \(period.name) has these months already."
    return answer
  }

  /// What may be a slip in the months of all periods.
  static func doubts(_ overview: ProjectDetails.Overview, isComplete: Bool = true) -> [String] {
    PeriodSpans(overview.periods, in: overview.project).doubts(isComplete: isComplete)
      .map { "Warning: \($0)" }
  }
}
