internal import ArgumentParser
internal import Basics
internal import BluesCore

struct IndicatorCommand: ParsableCommand {
  static let configuration = Indicator.register.commands(
    abstract: "The indicators of the project, from I1 on.",
    examples: "blues workpackage indicator list",
    "blues workpackage indicator add I1 \"Trained persons\" --target 15 --cumulative yes --wp WP1",
    "blues workpackage indicator record I1 6 --on 2020-11-20 --source \"Attendance list\"",
    aliases: ["i"], besides: [RecordReading.self, Aim.self, Reading.self])

  /// The readings of all indicators.
  struct Reading: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reading", abstract: "The readings of all indicators, as a list.",
      discussion: examples(
        "blues workpackage indicator reading list",
        "blues workpackage indicator reading export -o readings.csv",
        "blues workpackage indicator reading import readings.csv"),
      subcommands: [
        ListRows<ListedReading>.self, ImportReadings.self,
        ExportRows<ListedReading>.self,
      ])
  }

  /// Records what an indicator was on a day.
  struct RecordReading: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: "Record what an indicator was on a day.",
      discussion: examples(
        "blues workpackage indicator record I1 6 --on 2020-11-20 --source \"Attendance list\"",
        "blues wp i record I1 4 --partner NP --evidence papers/list-np.pdf",
        "blues wp i record I2 \"Two letters of intent\"",
        note: "A reading without a partner is of the whole project. blues undo takes one away."))

    @Argument(
      help: "The indicator, such as I1.", transform: { try Read.code($0) })
    var code: IndicatorCode
    @Argument(help: "A number such as 12 or 4.5, or words.")
    var value: String
    @Option(help: "The day of the reading; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "The partner whose share it is.")
    var partner: String?
    @Option(help: "Where it comes from.")
    var source: String?
    @Option(help: "The file or page that shows it; a file is registered as a document.")
    var evidence: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let reading = IndicatorReading(
          value, on: try store.dayOrToday(on), partner: partner, source: source,
          evidence: evidence)
        let place = evidence.map { EvidencePlace($0.trimmed) }
        let file = try place?.file(kind: "evidence", beside: store)
        let now = try store.indicators.record(code, reading, evidence: file)
        let remark = place?.remark(file, of: code.description, beside: store)
        return Answer(
          "\(code): \(reading.value?.description ?? "words") recorded on \(reading.on)\(now.stands)",
          Indicator.register.page(now), remarks: [remark].compactMap(\.self))
      }
    }
  }

  /// Says what partners are to reach.
  struct Aim: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "target",
      abstract: "Set what partners have to reach.",
      discussion: examples(
        "blues workpackage indicator target I1 NP=5 AV=4", "blues wp i target I1 NP=",
        note: "The target of the whole project is set with `indicator set --target`."))

    @Argument(
      help: "The indicator, such as I1.", transform: { try Read.code($0) })
    var code: IndicatorCode
    @Argument(
      help: "PARTNER=NUMBER; several may be named, and nothing after = clears one.",
      transform: { try PartnerTarget($0) })
    var targets: [PartnerTarget]
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let now = try store.indicators.aim(code, targets.map { ($0.partner, $0.target) })
        return Answer(
          "\(code): \(targets.map(\.text).joined(separator: ", ")).",
          try Indicator.register.page(now, in: store))
      }
    }
  }
}

/// What one partner has to reach, as it is typed.
struct PartnerTarget: Sendable {
  let partner: String
  let target: Quantity?

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count == 2, !parts[0].isEmpty else {
      throw ValidationError("Not a target: \(text). Write it as NP=5.")
    }
    partner = parts[0]
    target = try argument { try Quantity(typed: $0) }(parts[1])
    guard target != nil || parts[1].isEmpty else {
      throw ValidationError("Not a number: \(parts[1]). Write a target as NP=5.")
    }
  }

  var text: String { "\(partner) \(target?.description ?? "no target")" }
}

extension Indicator {
  /// How it stands now, in an answer.
  fileprivate var stands: String {
    guard let value else { return "." }
    let aim = target.map { " of \($0)" } ?? ""
    return "; now \(value)\(aim), \(standing.rawValue)."
  }
}

extension Indicator: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where standing~behind --sort share"],
      add: [
        "I1 \"Trained persons\" --unit persons --target 15 --cumulative yes --wp WP1",
        "I2 \"Exchanges\" --counts exchanges",
      ], set: ["I1 --target 20 --source \"Attendance lists\""],
      shows: "Show one indicator with its readings.")
  }
}
