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
    @Option(help: "The file that shows it; it is registered as a document.", completion: .file())
    var evidence: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        try HeldOutputs.refuse(reading: evidence)
        let file = try evidence.map { try EvidenceFile($0, kind: "evidence") }
        let now = try store.milestones.achieve(codes, on: store.dayOrToday(on), evidence: file)
        var answer = Answer(now, "achieved on \(now.first?.achievedOn.map { "\($0)" } ?? "")")
        answer.remarks += EvidencePlace.told(evidence, now.map(\.code))
        return answer
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
