internal import ArgumentParser
internal import BluesCore

struct ActionCommand: ParsableCommand {
  static let configuration = ActionPoint.register.commands(
    abstract: "What partners were asked to do, from ACT1 on.",
    examples: "blues workpackage action list --open",
    "blues workpackage action add ACT1 \"Send the list of hosts\" --owner NP --due 2020-11-15",
    "blues workpackage action done ACT1",
    besides: [Done.self])

  struct Done: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "done",
      abstract: "Record that actions were done.",
      discussion: examples("blues workpackage action done ACT1 ACT2 --on 2020-11-12"))

    @Argument(
      help: "The action, such as ACT1; several take the step together or not at all.",
      transform: { try Read.code($0) })
    var codes: [ActionCode]
    @Option(help: "The day it was done; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A remark.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let done = try store.actions.finish(codes, on: store.dayOrToday(on), note: note)
        return Answer(done, "done on \(done.first?.doneOn.map { "\($0)" } ?? "")")
      }
    }
  }
}

extension ActionPoint: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--open", "--late", "--where owner=NP"],
      add: ["ACT1 \"Send the list of hosts\" --meeting A3 --owner NP --due 2020-11-15"],
      set: ["ACT1 --due 2020-11-30"], shows: "Show one action.")
  }
}
