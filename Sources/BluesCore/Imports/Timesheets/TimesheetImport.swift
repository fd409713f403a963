internal import Basics
internal import GRDB
package import Tabular

/// Brings a list of hours in: one transaction, one step of the history, new rows in blocks.
package struct TimesheetImport: Sendable {
  /// What is said of a list of hours beside what is said of every list.
  package struct Options: Sendable {
    /// What two decimals before a unit are.
    package var decimals: Hours.Decimals?
    /// The sign before the decimals, where it was said.
    package var decimal: DecimalSign?
    /// Whether several rows of one key are all kept.
    package var keepsRepeats = false
    /// The lines above the table.
    package var above: [[String]] = []

    package init() {}
  }

  /// What came of it, and which rules the hours of the list do not keep.
  package struct Result: Sendable {
    package let outcome: ImportOutcome
    /// Nil for a list that is too long to be checked at once.
    package let findings: [EffortCount]?
    /// The days on which persons of the list have more than 24 hours, in sentences.
    package let fullDays: [String]
  }

  let store: Store

  /// The table that lists of hours fill.
  private static let kind = "timesheet"

  /// Rows of a list whose hours are checked at once, at most.
  private static let mostChecked = 100_000

  package func run(
    _ reader: RowReader, _ request: ImportRequest, _ options: Options,
    rejects: any RejectionSink
  ) throws -> Result {
    let head = SheetHead(options.above)
    try refuseOther(head, request)
    let request = Self.completed(request, by: head)
    var options = options
    options.decimal = request.decimal
    try Self.refuseOthers(reader, request)
    var rows = try ListReader(
      reader, TimesheetFields.all, request, own: TimesheetFields.own)
    let header = rows.header
    return try store.write { write in
      var outcome = ImportOutcome(mapping: rows.mapping, reading: [])
      let filling = try TimesheetRows(
        write, options, isWide: Self.isWide(rows),
        mended: MendedRows(of: request.fileName, header, kind: Self.kind, write.db).map {
          MendedHours(since: $0.since, own: $0.own)
        })
      let columns = QuickColumns(rows, request)
      try rows.forEach(
        quick: { row in
          guard let columns, let taken = try filling.quick(row, columns) else { return false }
          outcome.count(taken, line: row.line)
          return true
        }
      ) { row in
        let taken = try filling.put(row)
        outcome.count(taken, line: row.line)
      } rejecting: { rejected in
        outcome.count(rejected.rejection)
        try rejects.take(rejected.rejection, header: header)
        if let most = request.mostRejected, outcome.rejected > most {
          throw ImportProblem.tooManyRejected(most)
        }
      }
      try filling.finish()
      try rejects.finish()
      outcome.blankRows = rows.blankRows
      for line in rows.totals { outcome.countTotals(line: line) }
      outcome.reading = rows.words + filling.remarks
      outcome.take(rows.blanks)
      write.remembers(request.memory)
      write.isImport(.init(kind: Self.kind, fileName: request.fileName, given: nil))
      write.records(
        "imported hours from \(request.fileName): \(outcome.created) created, "
          + "\(outcome.updated) updated")
      let isLong = outcome.read > Self.mostChecked
      return Result(
        outcome: outcome, findings: isLong ? nil : try filling.findings(),
        fullDays: outcome.created + outcome.updated == 0 ? [] : try filling.fullDays())
    }
  }

  /// Refuses a sheet that is of another person or month than what is said.
  private func refuseOther(_ head: SheetHead, _ request: ImportRequest) throws {
    func given(_ field: String) -> String? { request.given.first { $0.field == field }?.value }
    if let sheet = head.month.flatMap({ WorkDate.month($0) }),
      let said = given("month").flatMap({ WorkDate.month($0) }), said != sheet
    {
      throw TimesheetProblem.otherSheet(
        WorkDate(month: said).text, sheet: WorkDate(month: sheet).text, option: "--month")
    }
    guard let sheet = head.person, let said = given("person") else { return }
    let isOther = try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      guard let one = try? context.id(sheet, in: Person.target),
        let other = try? context.id(said, in: Person.target)
      else { return false }
      return one != other
    }
    if isOther { throw TimesheetProblem.otherSheet(said, sheet: sheet, option: "--person") }
  }

  private static func isWide(_ rows: ListReader) -> Bool {
    !rows.has("hours") && (1...31).contains { rows.has("day_\($0)") }
  }

  /// What is above the table counts where nothing else says it.
  private static func completed(_ request: ImportRequest, by head: SheetHead) -> ImportRequest {
    var request = request
    for (field, value) in [("person", head.person), ("month", head.month)] {
      if let value, !request.given.contains(where: { $0.field == field }) {
        request.defaults.append(.init(field: field, value: value))
      }
    }
    return request
  }

  /// Refuses a list that lacks what a timesheet has, whatever its other columns are.
  private static func refuseOthers(_ reader: RowReader, _ request: ImportRequest) throws {
    var lenient = request
    lenient.unmapped = .ignore
    let rows = try ListReader(reader, TimesheetFields.all, lenient, own: TimesheetFields.own)
    var lacks: [TimesheetProblem.Needed] = []
    if !rows.has("person") { lacks.append(.person) }
    if !rows.has("date"), !rows.has("month") { lacks.append(.date) }
    if !rows.has("work_package"), !rows.has("task") { lacks.append(.workPackage) }
    if !rows.has("hours"), !isWide(rows) { lacks.append(.hours) }
    if !lacks.isEmpty, reader.header != nil {
      let known = rows.mapping.columns.count { $0.target != .ignored }
      try HeadlessList.refuse(rows.header, known: known, fields: TimesheetFields.names)
    }
    guard lacks.isEmpty else { throw TimesheetProblem.lacks(lacks) }
  }
}

extension Store {
  package var timesheetImport: TimesheetImport { TimesheetImport(store: self) }
}

extension ImportOutcome {
  fileprivate mutating func count(_ taken: TimesheetRows.Taken, line: Int) {
    switch taken.kind {
    case .created: created += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    }
    if taken.isRepeat, taken.kind == .unchanged { repeated += 1 }
    guard !taken.told.isEmpty else { return }
    count(Doubts(taken.told), line: line)
  }
}
