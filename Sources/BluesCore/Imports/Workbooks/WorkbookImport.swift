internal import Basics
internal import GRDB
internal import Tabular

/// Takes the sheets of a workbook into the state of its partner, by the imports of lists.
struct WorkbookImport {
  let book: ReturnedWorkbook
  let fileName: String
  let owner: WorkbookOwner
  let period: String?
  /// Rows that have something, in all sheets.
  private(set) var read = 0
  private(set) var unread: [UnreadRow] = []

  init(_ book: ReturnedWorkbook, _ fileName: String, _ owner: WorkbookOwner, period: String?) {
    self.book = book
    self.fileName = fileName
    self.owner = owner
    self.period = period
  }

  /// Takes each sheet that is there; one that cannot be read hinders no other.
  mutating func run(into store: Store) throws {
    for sheet in book.sheets {
      let rows = UnreadRows(of: sheet.rawValue)
      do {
        switch sheet {
        case .costs: read += try records(.costs, .costs, sheet, rows, store)
        case .activities:
          read += try records(Activity.register.list, .activities, sheet, rows, store)
        case .hours: read += try hours(rows, store)
        case .texts: read += try texts(rows, store)
        }
      } catch let problem as TabularProblem {
        if case .emptySheet = problem { continue }
        rows.take(problem)
      } catch let problem as any Problem where !(problem is StoreProblem) {
        rows.take(problem)
      }
      unread += rows.rows
    }
  }

  private var request: ImportRequest {
    var request = ImportRequest(fileName: fileName, unmapped: .ignore)
    request.keepsOthers = false
    request.edits = .replace
    return request
  }

  private func records(
    _ list: RecordList, _ records: WorkbookRecords, _ sheet: PartnerSheet, _ unread: UnreadRows,
    _ store: Store
  ) throws -> Int {
    try store.recordImport.run(
      list.ofWorkbook(records, owner), book.rows(of: sheet), request, rejects: unread
    ).read
  }

  private func hours(_ unread: UnreadRows, _ store: Store) throws -> Int {
    let removed = try removedHours()
    let outcome = try store.timesheetImport.run(
      book.rows(of: .hours), request, TimesheetImport.Options(), rejects: unread
    ).outcome
    guard !removed.isEmpty else { return outcome.read }
    try store.write { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
      for row in removed {
        do {
          try remove(row, context, write.db)
        } catch let problem as any Problem where !(problem is StoreProblem) {
          unread.take(row: row.line, column: PartnerSheet.removal, problem)
        }
      }
      write.records("removed hours by \(fileName)", affecting: [owner.code])
    }
    return outcome.read
  }

  /// The rows of hours that are marked to be removed.
  private func removedHours() throws -> [ImportRow] {
    var rows = try ListReader(
      book.rows(of: .hours), TimesheetFields.all + [ImportField("remove", "delete")], request,
      own: TimesheetFields.own)
    guard rows.has("remove") else { return [] }
    var removed: [ImportRow] = []
    try rows.forEach { row in
      if row.text("remove") != nil { removed.append(row) }
    } rejecting: { _ in
    }
    return removed
  }

  private func remove(_ row: ImportRow, _ context: RecordContext, _ db: Database) throws {
    let day = row.text("date").flatMap { Day(iso: $0) }.map { WorkDate(day: $0) }
    let month = row.text("month").flatMap { WorkDate.month($0) }.map { WorkDate(month: $0) }
    guard let worked = day ?? month, let person = row.text("person"),
      let package = row.text("work_package")
    else { return }
    let task = try row.text("task").map { try context.id($0, in: PlanTask.target) } ?? 0
    try db.execute(
      sql: """
        DELETE FROM timesheet
        WHERE person_id = ? AND worked_on = ? AND work_package_id = ? AND ifnull(task_id, 0) = ?
        """,
      arguments: [
        try context.id(person, in: Person.target), worked.text,
        try context.id(package, in: WorkPackage.target), task,
      ])
  }

  private func texts(_ unread: UnreadRows, _ store: Store) throws -> Int {
    var rows = try ListReader(
      book.rows(of: .texts),
      [
        ImportField("key", isRequired: true), ImportField("text"), ImportField("remove", "delete"),
      ], request)
    let header = rows.header
    var count = 0
    try rows.forEach { row in
      count += 1
      guard row.text("text") != nil || row.text("remove") != nil else { return }
      let code = try row.require("key", "key", "the key of a text, as the sheet has it") { $0 }
      let key = ReportTextKey(code)
      guard let partner = key.partner, partner.asciiRaised == owner.code.asciiRaised else {
        throw ImportRow.Refusal(
          field: "key", rule: "key", expected: "the key of a text of \(owner.code)")
      }
      do {
        if row.text("remove") != nil {
          _ = try store.reportTexts.remove(key)
        } else {
          _ = try store.reportTexts.receive(
            Contribution(key, row.text("text") ?? ""),
            from: AskedTexts.Request(partner: owner.code, period: key.period ?? period))
        }
      } catch let problem as any Problem where !(problem is StoreProblem) {
        throw ImportRow.Refusal(field: "text", rule: "text", problem: problem)
      }
    } rejecting: { rejected in
      unread.take(rejected.rejection, header: header)
    }
    return count
  }
}
