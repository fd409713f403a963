internal import ArgumentParser
internal import BluesCore
internal import Documents

struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "The tasks of the work packages, from T1.1 on.",
    discussion: examples(
      "blues workpackage task list",
      "blues workpackage task add T1.1 \"Training plan\" --lead NP --start M1 --end M6"),
    subcommands: [List.self, Add.self, Set.self, Remove.self, Import.self, Export.self],
    aliases: ["t"])

  static func page(_ task: PlanTask) -> Document {
    Document(
      schema: "blues.task/1", blocks: [.facts(Facts(fields: PlanTask.fields, of: task))])
  }

  /// What can be said of a task.
  struct Draft: ParsableArguments {
    @Option(help: "The partner that leads.")
    var lead: String?
    @Option(help: "The first project month, such as M1.", transform: Read.month)
    var start: ProjectMonth?
    @Option(help: "The last project month, such as M6.", transform: Read.month)
    var end: ProjectMonth?

    func draft(title: String?) -> PlanTasks.Draft {
      PlanTasks.Draft(title: title, lead: lead, startMonth: start, endMonth: end)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the tasks.",
      discussion: examples("blues workpackage task list", "blues wp task list --where lead=NP"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let table = Table(
        noun: "tasks",
        emptySentence: "No tasks yet. Add one with `blues workpackage task add T1.1 TITLE`.",
        fields: PlanTask.fields, rows: try store.toRead(at: list.at).tasks.all())
      try list.show(table, schema: "blues.task/1", title: "Tasks")
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a task.",
      discussion: examples(
        "blues workpackage task add T1.1 \"Training plan\" --lead NP --start M1 --end M6"))

    @Argument(help: "Its code, such as T1.1.", transform: Read.task)
    var code: TaskCode
    @Argument(help: "Its title.")
    var title: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let task = try store.tasks.add(code, draft.draft(title: title))
        return Answer("Added \(code).", page(task))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a task.", discussion: examples("blues workpackage task set T1.1 --end M8"))

    @Argument(help: "The task, such as T1.1.", transform: Read.task)
    var code: TaskCode
    @Option(help: "Its title.")
    var title: String?
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let task = try store.tasks.set(code, draft.draft(title: title))
        return Answer("Changed \(code).", page(task))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a task.", discussion: examples("blues workpackage task remove T1.1 --yes"))

    @Argument(help: "The task, such as T1.1.", transform: Read.task)
    var code: TaskCode
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try confirmation.ask("Remove \(code)?")
      try change { store in
        try store.tasks.remove(code)
        return Answer("Removed \(code).", .removed(code.description))
      }
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import tasks from a list.",
      discussion: examples("blues workpackage task import tasks.csv"))

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      try PlanImporting.run(.tasks, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the tasks as a list that imports again.",
      discussion: examples("blues workpackage task export -o tasks.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead().tasks.all()
      try PlanExporting.show(rows, PlanTask.fields, .tasks, "tasks", "blues.task/1", output)
    }
  }
}
