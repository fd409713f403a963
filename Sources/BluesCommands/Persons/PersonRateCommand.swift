internal import ArgumentParser
internal import BluesCore

struct PersonRateCommand: ParsableCommand {
  static let configuration = PersonRate.register.commands(
    abstract: "What persons cost in a year, by person and first day.",
    examples: "blues partner person rate list",
    "blues partner person rate add NP-1@2020-02-01 720000 --currency CZK --to 2020-12-31",
    "blues partner person rate import rates.csv")
}

extension PersonRate: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where person=NP-1"],
      add: ["NP-1@2020-02-01 720000 --currency CZK --to 2020-12-31"],
      set: ["NP-1@2020-02-01 --to 2020-06-30"], shows: "Show one rate of pay.")
  }
}
