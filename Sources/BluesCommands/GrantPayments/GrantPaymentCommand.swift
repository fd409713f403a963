internal import ArgumentParser
internal import BluesCore

struct GrantPaymentCommand: ParsableCommand {
  static let configuration = GrantPayment.register.commands(
    abstract: "The payments of the grant, received and distributed, from PAY1 on.",
    examples: "blues partner payment add PAY1 pre-financing --amount 144000 --on 2020-03-02",
    "blues partner payment add PAY2 pre-financing --amount 28800 --partner NP --on 2020-03-20",
    "blues report payments", besides: [ShareCommand.self])
}

extension GrantPayment: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where partner=NP"],
      add: [
        "PAY1 pre-financing --amount 144000 --on 2020-03-02",
        "PAY2 pre-financing --amount 28800 --partner NP --reference \"BLUES 1\"",
      ],
      set: ["PAY1 --reference \"EASME 8742\""], shows: "Show one payment.")
  }
}
