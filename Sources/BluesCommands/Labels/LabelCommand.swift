internal import ArgumentParser
internal import BluesCore

struct LabelCommand: ParsableCommand {
  static let configuration = PartnerLabel.register.commands(
    abstract: "The labels of cluster excellence, from L1 on.",
    examples: "blues partner label list --due",
    "blues partner label add L1 NP --level gold --obtained 2019-03-01 --valid-to 2021-02-28",
    "blues partner label renew L1 --on 2021-02-15 --valid-to 2024-02-14",
    besides: [Renew.self])

  struct Renew: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew",
      abstract: "Record that a label was given again; the earlier term is kept.",
      discussion: examples(
        "blues partner label renew L1 --on 2021-02-15 --valid-to 2024-02-14",
        "blues partner label renew L1 --on 2021-02-15 --level silver"))

    @Argument(help: PartnerLabel.register.argument, transform: { try Read.code($0) })
    var code: LabelCode
    @Option(help: "The day it was given; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(
      name: .customLong("valid-to"), help: "The last day it is valid.", transform: Read.date)
    var validTo: DateExpression?
    @Option(help: "bronze, silver or gold; default: as before.")
    var level: PartnerLabel.Level?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let label = try store.labels.renew(
          code, on: store.dayOrToday(on), validTo: store.day(validTo), level: level)
        let end = label.validTo.map { ", valid to \($0)" } ?? ""
        return Answer(
          "\(code) was renewed on \(label.obtainedOn.map { "\($0)" } ?? ""): "
            + "\(label.level.rawValue)\(end).",
          PartnerLabel.register.page(label),
          remarks: label.validTo == nil
            ? [
              "\(code) has no last day now: blues partner label set \(code) --valid-to "
                + "\(label.nextEnd(from: label.obtainedOn ?? store.invocation.today))."
            ] : [])
      }
    }
  }
}

extension PartnerLabel.Level: OptionWord {}

extension PartnerLabel: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--due", "--where level=gold"],
      add: ["L1 NP --level gold --obtained 2019-03-01 --valid-to 2021-02-28 --score 84"],
      set: ["L1 --improvement-1 \"Digital services\" --score-governance 78"],
      shows: "Show one label with its earlier terms.")
  }
}
