internal import ArgumentParser
internal import BluesCore

struct DecisionCommand: ParsableCommand {
  static let configuration = Decision.register.commands(
    abstract: "What the partners decided, from DEC1 on.",
    examples: "blues workpackage decision list",
    "blues workpackage decision add DEC1 \"The second call opens in May\" --meeting A3")
}

extension Decision: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where meeting=A3"],
      add: ["DEC1 \"The second call opens in May\" --meeting A3"],
      set: ["DEC1 --on 2020-10-06"], shows: "Show one decision.")
  }
}
