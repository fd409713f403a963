internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "The project's own facts and dates.",
    discussion: examples("blues project show", "blues project amend --end 2022-11-30 --because …"),
    subcommands: [
      Show.self, ProjectSetting.self, Amend.self, BaselineCommand.self, DocumentCommand.self,
      PeriodCommand.self, FigureCommand.self,
    ])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the project, its periods, and where each fact comes from.",
      discussion: examples("blues project show", "blues project show --json"))

    @OptionGroup var past: PastOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.show(
        ProjectPage.document(store.toRead(at: past.at, for: output).project.overview()))
    }
  }

  struct Amend: ChangingCommand, RenamedOptions {
    static let configuration = CommandConfiguration(
      commandName: "amend",
      abstract: "Move the start or the end, with the reason.",
      discussion: examples(
        "blues project amend --end 2022-11-30 --because \"Extension because of travel bans\"",
        "blues project amend --start 2020-03-01 --because \"Late signature\" --dry-run",
        note: "Due months move with the start; the dates before stay readable in "
          + "`blues project show` and `blues workpackage deliverable show`."))

    static let renamed = ["--reason": "--because"]

    @Option(help: "The new first day.", transform: Read.date)
    var start: DateExpression?
    @Option(help: "The new last day.", transform: Read.date)
    var end: DateExpression?
    @Option(help: "The reason, in the words of the amendment.")
    var because: String
    @Option(help: "The day the amendment was signed; default: today.", transform: Read.date)
    var on: DateExpression?
    @Flag(help: "Also move what ended in the project's last month to the new last month.")
    var moveEnds = false
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let (start, end) = (try store.day(start), try store.day(end))
        if !write.isRehearsal, let doubt = Project.doubt(start: start, end: end) {
          try confirmation.ask(doubt)
        }
        let amended = try store.baselines.amend(
          start: start, end: end, reason: because, on: store.dayOrToday(on), movingEnds: moveEnds)
        let amendment = amended.amendment
        var answer = Answer(
          "Amendment \(amendment.number): the project runs from \(amendment.newStart) to "
            + "\(amendment.newEnd); before, from \(amendment.oldStart) to \(amendment.oldEnd).",
          Document(
            schema: "blues.amendment/1",
            blocks: [
              .facts(Facts(fields: Amendment.fields, of: amendment)),
              .data("ended_with_project", .array(amended.ends.codes.map { .string($0) })),
              .data("ends_moved", .bool(amended.movedEnds)),
            ]))
        answer.remarks =
          try AmendmentPage.remarks(amended) + PeriodPage.doubts(store.project.overview())
        return answer
      }
    }
  }
}

/// What an amendment tells of the things that ended with the project.
enum AmendmentPage {
  static func remarks(_ amended: Baselines.Amended) -> [String] {
    guard !amended.ends.codes.isEmpty, amended.amendment.oldEnd != amended.amendment.newEnd else {
      return []
    }
    let shown = amended.ends.codes.prefix(12).joined(separator: ", ")
    let more = amended.ends.codes.count - 12
    let names = more > 0 ? "\(shown) and \(more) more" : shown
    return amended.movedEnds
      ? ["Moved with the end of the project: \(names)."]
      : ["These ended with the project in \(amended.ends.month) and stay: \(names)."]
  }
}
