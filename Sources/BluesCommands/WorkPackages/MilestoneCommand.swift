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
      abstract: "Record that a milestone was reached.",
      discussion: examples("blues workpackage milestone achieve MS1 --on 2020-02-03"))

    @Argument(help: "The milestone, such as MS1.", transform: Read.milestone)
    var code: MilestoneCode
    @Option(help: "The day it was reached; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.achieve(code, on: store.dayOrToday(on))
        return Answer(
          "\(code) was achieved on \(now.achievedOn.map { "\($0)" } ?? "").",
          Milestone.register.page(now))
      }
    }
  }

  struct Forecast: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Record when a milestone is now expected.",
      discussion: examples("blues workpackage milestone forecast MS4 --for +2m"))

    @Argument(help: "The milestone, such as MS4.", transform: Read.milestone)
    var code: MilestoneCode
    @Option(name: .customLong("for"), help: "The day it is expected.", transform: Read.date)
    var day: DateExpression
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.milestones.forecast(code, for: store.day(day))
        return Answer(
          "\(code) is expected on \(now.forecastOn.map { "\($0)" } ?? "").",
          Milestone.register.page(now))
      }
    }
  }
}

extension Milestone: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--late"], add: ["MS1 \"Kick-off held\" --wp WP5 --lead BNPT --due M1"],
      set: ["MS1 --due M2"], shows: "Show one milestone.")
  }
}
