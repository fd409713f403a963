internal import ArgumentParser
internal import BluesCore

struct DeliverableCommand: ParsableCommand {
  static let configuration = Deliverable.register.commands(
    abstract: "The deliverables due to the Agency, from D1.1 on.",
    examples: "blues workpackage deliverable list --late",
    "blues workpackage deliverable submit D1.1 --on 2020-07-31",
    aliases: ["d"], besides: [Submit.self, Accept.self, Reject.self, Postpone.self, Justify.self])
}

extension Deliverable: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--late", "--where lead=BNPT --sort due_on"],
      add: [
        "D3.4 \"Final CXC report\" --lead ZINNAE --due M23",
        "D4.2 \"Website\" --type DEC --level PU --due 2020-05-31",
      ],
      set: [
        "D1.1 --lead NP --type R", "D1.1 --due M8 --because \"Amendment 1\"",
      ],
      shows: "Show one deliverable and what happened to it.")
  }
}
