internal import ArgumentParser
internal import BluesCore
internal import Documents

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Keep the plan as it is, and compare it later.",
    discussion: examples(
      "blues project baseline take \"Annex 1\"", "blues project baseline compare \"Annex 1\"",
      "blues project baseline compare 2020 2021 -o changes.html",
      note: "An amendment takes a baseline of the plan before it by itself."),
    subcommands: [List.self, Take.self, Show.self, Compare.self, Remove.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the baselines.",
      discussion: examples("blues project baseline list"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let all = try store.toRead(for: output).baselines.all()
      try output.show(
        Document(
          schema: "blues.baselines/1",
          blocks: [
            .table(
              Table(
                noun: "baselines", emptySentence: "No baseline has been taken yet.",
                fields: Baseline.fields, rows: all))
          ]))
    }
  }

  struct Take: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "take", abstract: "Keep the plan as it is under a name.",
      discussion: examples("blues project baseline take \"Annex 1\" --because \"As signed\""))

    @Argument(help: "Its name.")
    var name: String
    @Option(help: "What it is of.")
    var because: String?
    @Option(help: "The day it is of; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let taken = try store.baselines.take(name, note: because, on: store.dayOrToday(on))
        return Answer("Took the baseline \(taken.name).", BaselinePage.document(taken))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the plan of a baseline.",
      discussion: examples("blues project baseline show \"Annex 1\""))

    @Argument(help: "The baseline.")
    var name: String
    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let one = try store.toRead(at: past.at, for: output).baselines.one(name)
      try output.show(BaselinePage.document(one, withPlan: true))
    }
  }

  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "Show what changed from one baseline to another, or to now.",
      discussion: examples(
        "blues project baseline compare \"Annex 1\"",
        "blues project baseline compare \"Annex 1\" \"before amendment 2\" -o changes.xlsx"))

    @Argument(help: "The earlier baseline.")
    var before: String
    @Argument(help: "The later baseline; without it, the plan as it is now.")
    var after: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let baselines = try store.toRead(for: output).baselines
      let one = try baselines.one(before)
      let other = try after.map { try baselines.one($0) }
      let plan = try other?.plan ?? baselines.now()
      try output.show(
        ComparisonPage.document(
          PlanComparison(one.plan, plan), before: one.name, after: other?.name ?? "now",
          isPage: output.isPage))
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a baseline; the plan stays as it is.",
      discussion: examples("blues project baseline remove \"Annex 1\" --yes"))

    @Argument(help: "The baseline.")
    var name: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove the baseline \(name)?", confirmation) { store in
        try store.baselines.remove(name)
        return Answer("Removed the baseline \(name).", .removed(name))
      }
    }
  }
}

/// A baseline as a page.
enum BaselinePage {
  static func document(_ baseline: Baseline, withPlan: Bool = false) -> Document {
    var blocks: [Block] = [.facts(Facts(fields: Baseline.fields, of: baseline))]
    if withPlan {
      let rows = PlanSnapshot.Kind.allCases.flatMap { kind in
        baseline.plan[kind].map { (kind, $0) }
      }
      let fields: [Field<(PlanSnapshot.Kind, PlanSnapshot.Entry)>] = [
        Field("kind", "Kind") { .text($0.0.rawValue) },
        Field("code", "Id", rank: .key) { .text($0.1.code) },
        Field("title", "Title", rank: .main) {
          .text(orEmpty: $0.1.values["title"] ?? $0.1.values["name"])
        },
        Field("lead", "Lead") { .text(orEmpty: $0.1.values["lead"] ?? $0.1.values["leads"]) },
        Field("start", "From") { .text(orEmpty: $0.1.values["start_month"]) },
        Field("due", "Due", rank: .key) {
          .text(orEmpty: $0.1.values["due"] ?? $0.1.values["end_month"])
        },
      ]
      blocks.append(.table(Table(noun: "plan", fields: fields, rows: rows)))
    }
    return Document(schema: "blues.baseline/1", blocks: blocks)
  }
}
