internal import ArgumentParser
internal import BluesCore
internal import Documents

extension WorkPackageCommand {
  /// What can be said of a work package.
  struct Draft: ParsableArguments {
    @Option(help: "The partner that leads.")
    var lead: String?
    @Option(help: "The first project month, such as M1.", transform: Read.month)
    var start: ProjectMonth?
    @Option(help: "The last project month, such as M24.", transform: Read.month)
    var end: ProjectMonth?
    @Option(help: "The partners that take part, in words.")
    var participants: String?
    @Option(help: "What it is for.")
    var objectives: String?

    func draft(title: String?) -> WorkPackages.Draft {
      WorkPackages.Draft(
        title: title, lead: lead, startMonth: start, endMonth: end, participants: participants,
        objectives: objectives)
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a work package.",
      discussion: examples(
        "blues workpackage add WP6 \"Sustainability\" --lead AV --start M13 --end M24"))

    @Argument(help: "Its code, such as WP6.", transform: Read.workPackage)
    var code: WorkPackageCode
    @Argument(help: "Its title.")
    var title: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let package = try store.workPackages.add(code, draft.draft(title: title))
        return Answer("Added \(code).", page(package))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a work package.",
      discussion: examples("blues workpackage set WP3 --lead ZINNAE --end M30"))

    @Argument(help: "The work package, such as WP3.", transform: Read.workPackage)
    var code: WorkPackageCode
    @Option(help: "Its title.")
    var title: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let package = try store.workPackages.set(code, draft.draft(title: title))
        return Answer("Changed \(code).", page(package))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a work package that has no parts.",
      discussion: examples("blues workpackage remove WP6", "blues wp remove WP6 --yes"))

    @Argument(help: "The work package, such as WP6.", transform: Read.workPackage)
    var code: WorkPackageCode
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try confirmation.ask("Remove \(code)?")
      try change { store in
        try store.workPackages.remove(code)
        return Answer("Removed \(code).", .removed(code.description))
      }
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import work packages from a list.",
      discussion: examples(
        "blues workpackage import work_packages.csv",
        "blues wp import plan.csv --map Nr=code --unmapped keep --dry-run"))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.workPackages, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the work packages as a list that imports again.",
      discussion: examples("blues workpackage export -o work_packages.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead().workPackages.all()
      try PlanExporting.show(
        rows, WorkPackage.fields, .workPackages, "workpackages", "blues.workpackage/1", output)
    }
  }
}

extension Document {
  /// What a removal answers to programs.
  static func removed(_ code: String) -> Document {
    Document(
      schema: "blues.removed/1", blocks: [.facts(Facts([Fact("code", "Removed", .text(code))]))])
  }
}
