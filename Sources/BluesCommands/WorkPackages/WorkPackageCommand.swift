internal import ArgumentParser
internal import BluesCore
internal import Documents

struct WorkPackageCommand: ParsableCommand {
  static let configuration = WorkPackage.register.commands(
    abstract: "Work packages, tasks, deliverables, milestones, risks, indicators, activities.",
    examples: "blues workpackage list", "blues wp deliverable submit D1.1 --on 2020-07-31",
    "blues wp gantt",
    aliases: ["wp"], besides: [GanttCommand.self, PlanCalendarCommand.self, SlipsCommand.self],
    groups: [
      CommandGroup(
        name: "Parts of the plan",
        subcommands: [
          DeliverableCommand.self, EffortCommand.self, IndicatorCommand.self,
          MilestoneCommand.self, ReviewCommand.self, RiskCommand.self, TaskCommand.self,
        ]),
      CommandGroup(
        name: "What is done",
        subcommands: [ActivityCommand.self, DecisionCommand.self, ActionCommand.self]),
    ])

  struct GanttCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gantt", abstract: "Draw the plan over the project months.",
      discussion: examples(
        "blues workpackage gantt", "blues wp gantt -o plan.html",
        "blues wp gantt --baseline \"Annex 1\"", "blues wp gantt --format csv"))

    @Option(help: "Show below what has moved since a baseline as it was.")
    var baseline: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(for: output)
      let project = try store.project.overview().project
      let then = try baseline.map { try store.baselines.one($0).plan }
      let (chart, today) = (store.planChart, store.invocation.today)
      // People get the picture; programs and workbooks the rows behind it.
      let blocks =
        output.features.contains(.page)
        ? try chart.blocks(today: today, since: then)
        : [
          .table(
            Table(
              noun: "bars", fields: PlanBar.fields, rows: try chart.bars(today: today, since: then))
          )
        ]
      try output.show(
        Document(
          schema: "blues.gantt/1", title: output.isPage ? "\(project.acronym): plan" : nil,
          blocks: blocks))
    }
  }
}

extension WorkPackage: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--sort -late --json"],
      add: ["WP6 \"Sustainability\" --lead AV --start M13 --end M24"],
      set: ["WP3 --lead ZINNAE --end M24"],
      shows: "Show one work package with its tasks, deliverables and milestones.")
  }
}
