internal import ArgumentParser
internal import BluesCore

struct StrategyCommand: ParsableCommand {
  static let configuration = StrategyPaper.register.commands(
    abstract: "Strategy documents and analyses of partners, from S1 on.",
    examples: "blues partner strategy list --where partner=NP",
    "blues partner strategy add S1 \"Strategy 2021 to 2025\" --partner NP --status adopted --on 2020-12-10"
  )
}

extension StrategyPaper: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where status=adopted"],
      add: ["S1 \"Strategy 2021 to 2025\" --partner NP --kind strategy"],
      set: ["S1 --status adopted --on 2020-12-10"], shows: "Show one document.")
  }
}
