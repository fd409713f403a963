internal import ArgumentParser
internal import BluesCore

struct MilestoneCommand: ParsableCommand {
  static let configuration = Milestone.register.commands(
    abstract: "The points the project has to reach, from MS1 on.",
    examples: "blues workpackage milestone list", "blues workpackage milestone achieve MS1",
    aliases: ["ms"], besides: [Achieve.self, Forecast.self])

  struct Achieve: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "achieve",
      abstract: "Record that milestones were reached.",
      discussion: examples("blues workpackage milestone achieve MS1 --on 2020-02-03"))

    @Argument(help: MilestoneCommand.several, transform: Read.milestone)
    var codes: [MilestoneCode]
    @Option(help: "The day it was reached; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.achieve(codes, on: store.dayOrToday(on))
        return Answer(now, "achieved on \(now.first?.achievedOn.map { "\($0)" } ?? "")")
      }
    }
  }

  struct Forecast: ChangingCommand, RenamedOptions {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Record when milestones are now expected.",
      discussion: examples("blues workpackage milestone forecast MS4 --to +2m"))

    static let renamed = ["--for": "--to"]

    @Argument(help: MilestoneCommand.several, transform: Read.milestone)
    var codes: [MilestoneCode]
    @Option(help: "The day it is expected.", transform: Read.date)
    var to: DateExpression
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.forecast(codes, to: store.day(to))
        return Answer(
          now, "expected on \(now.first?.forecastOn.map { "\($0)" } ?? "")", isNow: true)
      }
    }
  }

  static let several = ArgumentHelp(
    "The milestone, such as MS1; several take the step together or not at all.")
}

extension Milestone: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--late"], add: ["MS1 \"Kick-off held\" --wp WP5 --lead BNPT --due M1"],
      set: ["MS1 --due M2"], shows: "Show one milestone.")
  }
}
