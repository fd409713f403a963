internal import ArgumentParser
internal import BluesCore
internal import Documents

struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone", abstract: "The points the project has to reach, from MS1 on.",
    discussion: examples(
      "blues workpackage milestone list", "blues workpackage milestone achieve MS1"),
    subcommands: [
      List.self, Show.self, Add.self, Set.self, Remove.self, Achieve.self, Forecast.self,
      Import.self, Export.self,
    ],
    aliases: ["ms"])

  static func page(_ milestone: Milestone) -> Document {
    Document(
      schema: "blues.milestone/1",
      blocks: [.facts(Facts(fields: Milestone.fields, of: milestone))])
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the milestones.",
      discussion: examples("blues workpackage milestone list", "blues wp ms list --late"))

    @Flag(help: "Only those that are late.")
    var late = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let all = try store.toRead(at: list.at).milestones.all()
      let table = Table(
        noun: "milestones",
        emptySentence: all.isEmpty
          ? "No milestones yet. Add one with `blues workpackage milestone add MS1 TITLE`."
          : "Nothing is late.",
        fields: Milestone.fields, rows: late ? all.filter(\.standing.isLate) : all)
      try list.show(table, schema: "blues.milestone/1", title: "Milestones")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one milestone.", discussion: examples("blues workpackage milestone show MS1"))

    @Argument(help: "The milestone, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(page(store.toRead().milestones.one(code)))
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import milestones from a list.",
      discussion: examples(
        "blues workpackage milestone import milestones.csv --unmapped ignore",
        note: "Fields: code, title, work_packages, leads, due, verification, achieved_on, "
          + "forecast_on. Several work packages or leads are separated by semicolons."))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.milestones, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the milestones as a list that imports again.",
      discussion: examples("blues workpackage milestone export -o milestones.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead().milestones.all()
      try PlanExporting.show(
        rows, Milestone.fields, .milestones, "milestones", "blues.milestone/1", output)
    }
  }
}
