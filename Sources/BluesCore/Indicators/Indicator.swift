package import Basics
internal import Documents
internal import GRDB

/// The code of an indicator, `I4`.
package struct IndicatorCode: NumberedCode {
  package static let form = CodeForm("I", "indicator", example: "I4")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// A number, or a text, by which the project shows what it reaches.
package struct Indicator: Record {
  /// What it counts by itself out of what the project has; nothing where readings are typed.
  package enum Counted: String, RecordWord {
    case nothing, exchanges, entities, deliverables, trained, events

    /// Whether its target is the indicator's own; that of the others has another home.
    var hasOwnTarget: Bool { [.nothing, .trained, .events].contains(self) }
  }

  package let code: IndicatorCode
  package var title: String
  package var unit: String?
  package var workPackage: String?
  package var counts = Counted.nothing
  package var isCumulative = YesNo.no
  package var baseline: Quantity?
  /// The target that was typed; what counts by itself has its target elsewhere.
  var ownTarget: Quantity?
  package var source: String?
  package internal(set) var target: Quantity?
  package internal(set) var value: Quantity?
  package internal(set) var words: String?
  package internal(set) var readOn: Day?
  package internal(set) var standing = IndicatorStanding.noReading
  /// Each partner that has a target or a share of the value.
  package internal(set) var shares: [PartnerShare] = []

  package init(code: IndicatorCode) {
    self.code = code
    title = code.description
  }

  var progress: Progress { Progress(baseline: baseline, value: value, target: target) }

  package static let register = Register<Indicator>(
    noun: "indicator", path: "workpackage indicator", example: "I1", heading: "No",
    headings: "no,number,indicator no,indicator number,kpi no\(HeadingWords.number)",
    table: .numbered("indicator"),
    attributes: [
      .title(
        "title", \.title, "Indicator", "What is measured.",
        headings: "indicator,kpi,name,description\(HeadingWords.indicator)"),
      .text(
        "unit", \.unit, "Unit", "What is counted, such as persons or %.",
        headings: "unit of measure,unit of measurement\(HeadingWords.unit)"
      ).ranked(.minor),
      .reference(
        "work_package", \.workPackage, to: WorkPackage.target, of: "indicator", "WP",
        "The work package it belongs to.", headings: "wp,work package\(HeadingWords.workPackage)",
        option: "wp"
      ).ranked(.minor),
      .word(
        "counts", \.counts, "Counts",
        "What it counts by itself: exchanges, entities, deliverables, trained (persons) or events; "
          + "nothing where readings are typed.",
        headings: "counted", uses: .hidden),
      .computed(
        "basis", "Basis", "Whether its value is typed or counted.", kind: .text, shown: false
      ) { .text($0.counts == .nothing ? "typed" : "counted") },
      .word(
        "cumulative", \.isCumulative, "Cumulative",
        "yes where readings add up from the baseline; no where the last one is the value.",
        headings: HeadingWords.cumulative, uses: .hidden, read: { YesNo(listed: $0) }),
      .quantity(
        "baseline", \.baseline, shown: \.baseline, "Baseline", "The value at the start.",
        headings: "initial value,start value\(HeadingWords.baseline)", uses: .hidden),
      .quantity(
        "target", \.ownTarget, shown: \.target, "Target",
        "The value to reach; what counts by itself has its target elsewhere.",
        headings: "target value,goal\(HeadingWords.target)", uses: .all),
      .computed("value", "Value", "Its value today.", kind: .number) {
        .quantity(orEmpty: $0.value)
      },
      .computed(
        "words", "In words", "What its last reading says in words.", kind: .text, shown: false
      ) { .text(orEmpty: $0.words) },
      .computed("read_on", "Read on", "The day of its last reading.", kind: .day, shown: false) {
        .day(orEmpty: $0.readOn)
      },
      .computed(
        "share", "Share %",
        "How much of the way from the baseline to the target is done, in percent.",
        kind: .number
      ) { $0.progress.percent.map { .integer($0) } ?? .empty },
      .computed("standing", "Standing", IndicatorStanding.help, kind: .text) { $0.standing.cell },
      .text(
        "source", \.source, "Source", "Where its readings come from.",
        headings: "source of verification,means of verification\(HeadingWords.source)",
        uses: .hidden),
    ],
    parts: [
      RecordPart(table: "indicator_reading", column: "indicator_id"),
      RecordPart(table: "indicator_target", column: "indicator_id"),
    ], rules: RecordRules(derive: derivation, check: check), details: details)
}

extension Store {
  package var indicators: Records<Indicator> { records() }
}
