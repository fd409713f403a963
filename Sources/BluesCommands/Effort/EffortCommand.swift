internal import ArgumentParser
internal import BluesCore
internal import Documents

struct EffortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effort",
    abstract: "Person-months of the partners in the work packages, and hours.",
    discussion: examples(
      "blues workpackage effort plan list", "blues workpackage effort import hours.csv",
      "blues workpackage effort check --period RP1"),
    subcommands: [
      EffortPlanCommand.self, ListHours.self, AddHours.self, RemoveHours.self, SignHours.self,
      ImportHours.self, ExportHours.self, TemplateHours.self, CheckHours.self, ExplainEffort.self,
    ])
}

struct EffortPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The person-months that Annex 1 plans.",
    discussion: examples(
      "blues workpackage effort plan list",
      "blues workpackage effort plan import effort.csv",
      "blues workpackage effort plan set NP WP1 14.50"),
    subcommands: [List.self, Set.self, Import.self, Export.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the planned person-months of each partner.",
      discussion: examples("blues workpackage effort plan list"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(EffortPage.document(store.toRead(for: output).plannedEffort.plan()))
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Plan the person-months of a partner in a work package.",
      discussion: examples(
        "blues workpackage effort plan set NP WP1 14.50",
        "blues workpackage effort plan set NP WP1 0", note: "0 takes the plan away."))

    @Argument(help: "The partner, such as NP.")
    var partner: String
    @Argument(help: "The work package, such as WP1.", transform: { try Read.code($0) })
    var package: WorkPackageCode
    @Argument(help: "Person-months, such as 14.50.", transform: Self.effort)
    var personMonths: PersonMonths
    @Option(help: "A third party linked to the partner.")
    var thirdParty: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let plan = try store.plannedEffort.set(
          partner, thirdParty: thirdParty ?? "", in: package, to: personMonths)
        return Answer(
          "Planned \(personMonths.text) person-months in \(package).", EffortPage.document(plan))
      }
    }

    private static let effort = argument { text in
      try MoneyProblem.refuseEitherWay(text)
      guard let effort = PersonMonths(text) else {
        throw ValidationError("\(text) is not a number of person-months such as 14.50.")
      }
      return effort
    }
  }

  struct Import: ChangingCommand, FilledCommand {
    static let filled = ["participant", "third_party", "work_package", "person_months", "total"]

    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import planned person-months from a list.",
      discussion: examples(
        "blues workpackage effort plan import effort.csv",
        note: "A list has a row for each partner and a column for each work package, or a row for "
          + "each partner and work package. A third party is the row below its partner, behind a dot."
      ))

    @OptionGroup var list: ImportOptions
    @OptionGroup var amounts: AmountOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try RecordImporting.run(
        { .effort(try $0.plannedEffort.plan()) }, list, amounts: amounts, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the planned person-months as a list that imports again.",
      discussion: examples("blues workpackage effort plan export -o effort.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let plan = try store.toRead(for: output).plannedEffort.plan()
      try RecordExporting.show(
        plan.rows, plan.exported, "planned_effort", "blues.effortplan/1", output)
    }
  }
}

/// The planned effort as a page: a row for each participant, and the sums.
enum EffortPage {
  static func document(_ plan: EffortPlan) -> Document {
    Document(schema: "blues.effortplan/1", blocks: [.table(plan.table)])
  }
}
