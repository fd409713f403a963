internal import ArgumentParser
internal import BluesCore

struct TaskCommand: ParsableCommand {
  static let configuration = PlanTask.register.commands(
    abstract: "The tasks of the work packages, from T1.1 on.",
    examples: "blues workpackage task list",
    "blues workpackage task add T1.1 \"Training plan\" --lead NP --start M1 --end M6",
    aliases: ["t"])
}

extension PlanTask: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where lead=NP"], add: ["T1.1 \"Training plan\" --lead NP --start M1 --end M6"],
      set: ["T1.1 --end M8", "T1.2 --after T1.1 --after T2.3"], shows: "Show one task.")
  }
}
