internal import ArgumentParser
internal import BluesCore

struct RiskCommand: ParsableCommand {
  static let configuration = Risk.register.commands(
    abstract: "The risks of the project, from R1 on.",
    examples: "blues workpackage risk list",
    "blues workpackage risk add R1 \"Travel bans\" --wp WP3 --likelihood high --owner ZINNAE",
    "blues workpackage risk occur R1 --on 2020-03-16 --note \"Borders closed\"",
    aliases: ["r"], besides: [MoveRecord<Occur>.self, MoveRecord<Close>.self, StateOfPlay.self])

  /// A risk came true.
  enum Occur: RecordMove {
    typealias R = Risk
    static let verb = "occur"
    static let state = Risk.State.occurred
  }

  /// A risk is over.
  enum Close: RecordMove {
    typealias R = Risk
    static let verb = "close"
    static let state = Risk.State.closed
  }
}

extension Risk: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where state=open --sort -score"],
      add: ["R1 \"Travel bans\" --wp WP3 --likelihood high --impact high --owner ZINNAE"],
      set: ["R1 --mitigation \"Virtual exchanges\""], shows: "Show one risk.")
  }
}
