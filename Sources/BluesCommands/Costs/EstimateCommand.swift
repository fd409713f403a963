internal import ArgumentParser
internal import BluesCore

struct EstimateCommand: ParsableCommand {
  static let configuration = CostEstimate.register.commands(
    abstract: "What partners expect to spend in months without costs yet, from EST1 on.",
    examples: "blues partner cost estimate add EST1 NP --category D.1 --month 2020-11 --amount 500",
    "blues partner cost estimate import estimates.csv", "blues report budget --by partner")
}

extension CostEstimate: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where partner=NP --where month=2020-11"],
      add: ["EST1 NP --category D.1 --month 2020-11 --amount 500.00"],
      set: ["EST1 --amount 450.00"], shows: "Show one estimate.")
  }
}
