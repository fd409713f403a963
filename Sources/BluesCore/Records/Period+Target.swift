internal import Basics

extension Period {
  /// How records refer to reporting periods.
  static let target = RecordTarget(
    noun: "period", command: "project period", table: "period", code: "'RP' || target.number",
    order: "target.number",
    key: { text in
      let raised = text.trimmed.asciiRaised
      return wholeNumber(raised.trimmedBytes) == nil ? raised : "RP\(raised)"
    },
    unknown: { PeriodProblem.unknown($0, known: $1) })
}
