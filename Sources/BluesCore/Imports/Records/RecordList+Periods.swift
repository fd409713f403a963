internal import Basics
package import Documents
internal import GRDB

extension Period {
  /// The columns of a list of periods, which its import takes.
  package static let fields: [Field<Period>] = [
    Field("name", "Period", "The period, such as RP1.", kind: .form("period"), rank: .key) {
      .text($0.name)
    },
    Field("start_month", "From", "Its first project month.", kind: .form("project month")) {
      .text($0.startMonth.description)
    },
    Field("end_month", "To", "Its last project month.", kind: .form("project month")) {
      .text($0.endMonth.description)
    },
  ]
}

extension RecordList {
  /// Reporting periods, a row each, in their order; one that would overlap another is rejected.
  package static let periods = RecordList(
    noun: "periods",
    fields: [
      ImportField("name", "period,reporting period,rp,no", isRequired: true),
      ImportField(
        "start_month", "from,start,first month\(HeadingWords.start)", isRequired: true,
        content: .typed),
      ImportField(
        "end_month", "to,end,last month\(HeadingWords.end)", isRequired: true, content: .typed),
    ],
    own: OwnColumns(
      listed: Period.fields.map(\.column), exported: Period.fields.map(\.column)),
    begin: { write, _ in
      RecordList.Filling { row in RecordList.Taken(verdict: try put(row, write)) }
    })

  private static func put(
    _ row: ImportRow, _ write: Transaction
  ) throws -> RecordList.Verdict {
    let all = try Period.all(write.db)
    let number = try row.require("name", "name", "a period such as RP1") { text in
      let raised = text.trimmed.asciiRaised
      return wholeNumber(raised.hasPrefix("RP") ? raised.dropFirst(2).utf8 : raised[...].utf8)
    }
    let start = try month(row, "start_month")
    let end = try month(row, "end_month")
    let period = Period(number: number, startMonth: start, endMonth: end)
    let was = all.first { $0.number == number }
    guard was != period else { return .unchanged }
    guard was != nil || number == (all.last?.number ?? 0) + 1 else {
      throw ImportRow.Refusal(
        field: "name", rule: "name", expected: "RP\((all.last?.number ?? 0) + 1), the next period")
    }
    do {
      if let was { try PeriodLock(write.db).refuse("its months", in: was) }
      try Periods.check(period, all)
    } catch let problem as any Problem {
      throw ImportRow.Refusal(field: "start_month", rule: "months", problem: problem)
    }
    try Periods.put(period, isNew: was == nil, write)
    return was == nil ? .created : .updated
  }

  private static func month(_ row: ImportRow, _ field: String) throws -> ProjectMonth {
    try row.require(field, "month", "a project month such as M6") { ProjectMonth(listed: $0) }
  }
}
