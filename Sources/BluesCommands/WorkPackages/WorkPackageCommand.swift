internal import ArgumentParser
internal import BluesCore
internal import Documents

struct WorkPackageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workpackage", abstract: "Work packages, tasks, deliverables, milestones.",
    discussion: examples(
      "blues workpackage list",
      "blues wp deliverable submit D1.1 --on 2020-07-31",
      "blues wp gantt"),
    subcommands: [
      List.self, Show.self, Add.self, Set.self, Remove.self, GanttCommand.self, Import.self,
      Export.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Parts of the plan",
        subcommands: [DeliverableCommand.self, MilestoneCommand.self, TaskCommand.self])
    ],
    aliases: ["wp"])

  static func page(_ package: WorkPackage) -> Document {
    Document(
      schema: "blues.workpackage/1",
      blocks: [.facts(Facts(fields: WorkPackage.fields, of: package))])
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the work packages.",
      discussion: examples("blues workpackage list", "blues wp list --sort -late --json"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "workpackages",
        emptySentence: "No work packages yet. Add one with `blues workpackage add WP1 TITLE`.",
        fields: WorkPackage.fields, rows: try store.toRead(at: list.at).workPackages.all())
      try list.show(table, schema: "blues.workpackage/1", title: "Work packages")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one work package with its tasks, deliverables and milestones.",
      discussion: examples("blues workpackage show WP3", "blues wp show WP3 --json"))

    @Argument(help: "The work package, such as WP3.", transform: Read.workPackage)
    var code: WorkPackageCode
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead()
      let package = try store.workPackages.one(code)
      let tasks = try store.tasks.all().filter { $0.code.workPackage == code }
      let deliverables = try store.deliverables.all().filter { $0.code.workPackage == code }
      let milestones = try store.milestones.all().filter { $0.workPackages.contains(code) }
      try output.show(
        Document(
          schema: "blues.workpackage/1",
          blocks: [
            .facts(
              Facts(
                fields: WorkPackage.fields.filter { $0.column.name != "deliverables" }, of: package)
            ),
            .section("Tasks"),
            .table(
              Table(
                noun: "tasks", emptySentence: "No tasks.", fields: PlanTask.fields, rows: tasks)),
            .section("Deliverables"),
            .table(
              Table(
                noun: "deliverables", emptySentence: "No deliverables.",
                fields: Deliverable.fields, rows: deliverables)),
            .section("Milestones"),
            .table(
              Table(
                noun: "milestones", emptySentence: "No milestones.", fields: Milestone.fields,
                rows: milestones)),
          ]))
    }
  }

  struct GanttCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gantt", abstract: "Draw the plan over the project months.",
      discussion: examples("blues workpackage gantt", "blues wp gantt -o plan.html"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead()
      let project = try store.project.overview().project
      try output.show(
        Document(
          schema: "blues.gantt/1", title: output.isPage ? "\(project.acronym): plan" : nil,
          blocks: [.gantt(try store.planChart.gantt(today: store.invocation.today))]))
    }
  }
}
