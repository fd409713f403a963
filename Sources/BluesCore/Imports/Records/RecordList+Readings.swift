internal import Basics
package import Documents
internal import GRDB

/// A reading of an indicator as a row of a list over all indicators.
package struct ListedReading: Sendable, Equatable {
  package let indicator: IndicatorCode
  package let reading: IndicatorReading

  /// The columns of the list, which its import takes.
  package static let fields: [Field<ListedReading>] = [
    Field(
      "indicator", "Indicator", "The indicator, such as I1.", kind: .form("indicator"), rank: .key
    ) { .text($0.indicator.description) },
    Field("on", "On", "The day of the reading.", kind: .day, rank: .key) { .day($0.reading.on) },
    Field("value", "Value", "The number, or what was read in words.", rank: .main) {
      .text($0.reading.text)
    },
    Field("partner", "Partner", "The partner whose share it is.", kind: .form("partner")) {
      .text(orEmpty: $0.reading.partner)
    },
    Field("source", "Source", "Where it comes from.") { .text(orEmpty: $0.reading.source) },
    Field("evidence", "Evidence", "The file or page that shows it.") {
      .text(orEmpty: $0.reading.evidence)
    },
  ]
}

extension Records where R == Indicator {
  /// The readings of all indicators, in the order of these and the oldest first.
  package func allReadings() throws -> [ListedReading] {
    let codes = try all().map(\.code)
    let readings = try store.read { try IndicatorReading.byNumber($0) }
    return codes.flatMap { code in
      (readings[code.number] ?? []).map { ListedReading(indicator: code, reading: $0) }
    }
  }
}

extension RecordList {
  /// Readings of indicators, a row each; one that is there already, to the letter, is left.
  package static let readings = RecordList(
    noun: "readings",
    fields: [
      ImportField("indicator", "indicator no,no", isRequired: true),
      ImportField("on", "date,day\(HeadingWords.firstDay)", isRequired: true, content: .day),
      ImportField("value", "reading,number,words", isRequired: true, content: .number),
      ImportField("partner", "beneficiary\(HeadingWords.partner)", content: .name),
      ImportField("source", "origin", content: .text),
      ImportField("evidence", "file,proof", content: .text),
    ],
    own: OwnColumns(
      listed: ListedReading.fields.map(\.column), exported: ListedReading.fields.map(\.column)),
    begin: { write, _ in
      let context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
      return RecordList.Filling { row in
        RecordList.Taken(verdict: try put(row, write, context))
      }
    })

  private static func put(
    _ row: ImportRow, _ write: Transaction, _ context: RecordContext
  ) throws -> RecordList.Verdict {
    let code = try row.require("indicator", "indicator", "an indicator such as I1") {
      try IndicatorCode(listed: $0)
    }
    let on = try row.require("on", "date", "a date such as 2020-07-31") { Day(iso: $0) }
    let text = try row.require("value", "value", "a number or words") { $0 }
    let reading = IndicatorReading(
      text, on: on, partner: row.text("partner"), source: row.text("source"),
      evidence: row.text("evidence"))
    guard on <= context.today else {
      throw ImportRow.Refusal(
        field: "on", rule: "date", expected: "a day up to today, \(context.today)")
    }
    do {
      let indicator = try Indicator.register.one(code, context)
      return try reading.insert(for: indicator, write) ? .created : .unchanged
    } catch let problem as any Problem {
      let field =
        problem is IndicatorProblem
        ? "value" : (problem as? RecordProblem)?.isOf("partner") == true ? "partner" : "indicator"
      throw ImportRow.Refusal(field: field, rule: field, problem: problem)
    }
  }
}

extension RecordProblem {
  /// Whether a record of this kind is unknown.
  fileprivate func isOf(_ kind: String) -> Bool {
    if case .unknown(_, let noun, _, _) = self { noun == kind } else { false }
  }
}
