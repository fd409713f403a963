internal import ArgumentParser
internal import BluesCore
internal import Documents

struct DeliverableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliverable", abstract: "What is owed to the Agency, from D1.1 on.",
    discussion: examples(
      "blues workpackage deliverable list --late",
      "blues workpackage deliverable submit D1.1 --on 2020-07-31"),
    subcommands: [
      List.self, Show.self, Add.self, Set.self, Remove.self, Submit.self, Accept.self,
      Reject.self, Postpone.self, Import.self, Export.self,
    ],
    aliases: ["d"])

  static func page(_ deliverable: Deliverable) -> Document {
    Document(
      schema: "blues.deliverable/1",
      blocks: [.facts(Facts(fields: Deliverable.fields, of: deliverable))])
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the deliverables.",
      discussion: examples(
        "blues workpackage deliverable list --late",
        "blues wp deliverable list --where lead=BNPT --sort due_on",
        "blues wp d list --format csv"))

    @Flag(help: "Only those that are late.")
    var late = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let all = try store.toRead(at: list.at).deliverables.all()
      let table = Table(
        noun: "deliverables",
        emptySentence: all.isEmpty
          ? "No deliverables yet. Add one with `blues workpackage deliverable add D1.1 TITLE`."
          : "Nothing is late.",
        fields: Deliverable.fields, rows: late ? all.filter(\.isLate) : all)
      try list.show(
        table, schema: "blues.deliverable/1", title: late ? "Late deliverables" : "Deliverables")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one deliverable and what happened to it.",
      discussion: examples("blues workpackage deliverable show D1.1"))

    @Argument(help: "The deliverable, such as D1.1.", transform: Read.deliverable)
    var code: DeliverableCode
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let found = try store.toRead().deliverables.one(code)
      var blocks: [Block] = [.facts(Facts(fields: Deliverable.fields, of: found.deliverable))]
      if !found.earlier.isEmpty {
        blocks += [
          .section("Due before amendments"),
          .table(
            Table(
              noun: "earlier_due",
              fields: [
                Field("amendment", "Amendment") { .integer($0.amendment) },
                Field("due_on", "Due on") { .day($0.day.iso) },
              ], rows: found.earlier)),
        ]
      }
      blocks += [
        .section("What happened"),
        .table(
          Table(
            noun: "steps", emptySentence: "Nothing yet.", fields: DeliverableStep.fields,
            rows: found.steps)),
      ]
      try output.show(Document(schema: "blues.deliverable/1", blocks: blocks))
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import deliverables from a list.",
      discussion: examples(
        "blues workpackage deliverable import deliverables.csv",
        "blues wp d import plan.csv --unmapped keep --dry-run",
        note: "Fields: code, title, description, work_package, lead, type, level, due, state, "
          + "submitted_on, decided_on. Leads must be partners already."))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.deliverables, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the deliverables as a list that imports again.",
      discussion: examples("blues workpackage deliverable export -o deliverables.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead().deliverables.all()
      try PlanExporting.show(
        rows, Deliverable.fields, .deliverables, "deliverables", "blues.deliverable/1", output)
    }
  }
}
