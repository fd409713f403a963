internal import Basics
internal import GRDB

/// Stores the rows of one list of hours.
final class TimesheetRows {
  /// What came of a row.
  struct Taken {
    var kind: RecordList.Verdict.Kind
    /// Whether an earlier row of the list says the same.
    var isRepeat = false
    /// What may be a slip in the hours that were taken.
    var told: [String] = []
  }

  private let write: Transaction
  let options: TimesheetImport.Options
  private let isWide: Bool
  private let table: TimesheetTable
  /// What the cells of rows name, by their texts and by their bytes.
  private(set) var names: TimesheetNames
  var personCache = ByteCache<Int64>()
  /// By the bytes of the work package the place of its tasks in `workCaches`.
  var packageCache = ByteCache<Int>()
  var workCaches: [ByteCache<TimesheetWork>] = []
  private var touched: Set<Int64> = []
  /// The first and the last of the list's days; of a month its first day.
  private var worked: ClosedRange<Day>?
  /// How many cells of tasks held words instead of a code.
  private var wordsForTasks = 0
  private let contracts: [Int64: ContractDays]
  /// The person of the entry before, and the contract; one person's entries mostly stand together.
  private var current: (person: Int64, contract: ContractDays?) = (0, nil)
  /// What is told of the hours of the row that is read.
  var rounded: [String] = []

  init(
    _ write: Transaction, _ options: TimesheetImport.Options, isWide: Bool, mended: MendedHours?
  ) throws {
    self.write = write
    self.options = options
    self.isWide = isWide
    names = TimesheetNames(
      try RecordContext(write.db, write.invocation, write.hooks, origin: .list))
    contracts = try ContractDays.all(write.db)
    table = try TimesheetTable(write, batch: write.operation, mended: mended)
  }

  func finish() throws { try table.finish() }

  /// What was made of cells, in words.
  var remarks: [String] {
    wordsForTasks == 0
      ? [] : ["\(counted(wordsForTasks, "task")) without a code taken as the activity"]
  }

  /// The months of the list's entries, from the first day to the last.
  private var months: ClosedRange<Day>? {
    worked.map { $0.lowerBound.firstOfMonth...$0.upperBound.lastOfMonth }
  }

  /// The days of the list's persons that have more hours than a day, over all entries.
  func fullDays() throws -> [String] {
    guard let days = months else { return [] }
    return try FullDays.named(table.fullDays(of: touched, in: days), write.db).map(\.sentence)
  }

  /// The rules that the hours of the list's persons in its months do not keep.
  func findings() throws -> [EffortCount] {
    guard let months else { return [] }
    let ids = touched.map(String.init).joined(separator: ", ")
    var checks = try EffortChecks(write.db)
    return EffortCount.of(
      try checks.run(
        where: "person_id IN (\(ids)) AND substr(worked_on, 1, 7) BETWEEN ? AND ?",
        [
          WorkDate(month: months.lowerBound).text, WorkDate(month: months.upperBound).text,
        ]))
  }

  func put(_ row: ImportRow) throws -> Taken {
    rounded = []
    var taken = try take(row)
    if taken.kind != .unchanged { taken.told += rounded }
    return taken
  }

  private func take(_ row: ImportRow) throws -> Taken {
    let person = try names.person(of: row)
    let (work, words) = try names.work(of: row)
    var said = try values(of: row, .zero)
    if let words {
      said.activity = said.activity.map { "\(words): \($0)" } ?? words
      wordsForTasks += 1
    }
    if isWide { return try putDays(of: row, person, work, said) }
    let worked = try worked(row)
    let hours = try hours(row, "hours", in: worked)
    guard let hours else {
      throw ImportRow.Refusal(field: "hours", rule: "hours", expected: "hours such as 7.5 or 7:30")
    }
    remember(row.text("person"), row.text("work_package"), row.text("task"))
    return try put(person, worked, work, said.with(hours), row.line)
  }

  func put(
    _ person: Int64, _ worked: WorkDate, _ work: TimesheetWork, _ values: TimesheetValues,
    _ line: Int
  ) throws -> Taken {
    let key = TimesheetKey(
      person: person, worked: worked, package: work.package, task: work.task)
    let verdict = try table.put(
      key, values, line: line, keepingRepeats: options.keepsRepeats)
    if person != current.person {
      touched.insert(person)
      current = (person, contracts[person])
    }
    let day = worked.first
    self.worked = self.worked.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    let sentence =
      verdict == .unchanged ? nil : current.contract?.sentence(values.hours, of: worked)
    let outside = sentence.map { [$0] } ?? []
    switch verdict {
    case .created: return Taken(kind: .created, told: outside)
    case .updated: return Taken(kind: .updated, told: outside)
    case .unchanged: return Taken(kind: .unchanged)
    case .beside(let hours):
      let words =
        "The hours stand beside \(Hours(hundredths: hours).text) of the same person, date and work."
      return Taken(kind: .created, told: [words] + outside)
    case .repeated, .recorded:
      try refuse(verdict, values)
      return Taken(kind: .unchanged, isRepeat: true)
    }
  }

  /// Refuses an entry of which an earlier row says something else.
  private func refuse(_ verdict: TimesheetTable.Verdict?, _ values: TimesheetValues) throws {
    if case .recorded(let hours) = verdict {
      throw ImportRow.Refusal(
        field: "hours", rule: "recorded",
        reason: "For the same person, date and work, \(Hours(hundredths: hours).text) hours are "
          + "recorded that this list did not bring, this row has \(values.hours.text). "
          + "--repeats keep takes both.")
    }
    guard case .repeated(let line, let differing?, let hours) = verdict else { return }
    let words =
      differing == "hours"
      ? "\(Hours(hundredths: hours).text) hours, this row \(values.hours.text)"
      : "another value in \(differing)"
    throw ImportRow.Refusal(
      field: differing, rule: "repeats",
      reason: "For the same person, date and work, line \(line) has \(words). "
        + "--repeats keep takes both.")
  }

  /// A row of a monthly sheet, with a cell for each day.
  private func putDays(
    of row: ImportRow, _ person: Int64, _ work: TimesheetWork, _ said: TimesheetValues
  ) throws -> Taken {
    guard let month = try month(row) else {
      throw ImportRow.Refusal(
        field: "month", rule: "month", expected: "a month above the table, or --month 2020-05")
    }
    var cells: [(worked: WorkDate, hours: Hours)] = []
    for number in 1...31 {
      let name = "day_\(number)"
      guard row.text(name) != nil else { continue }
      guard let day = Day(year: month.year, month: month.month, day: number) else {
        throw ImportRow.Refusal(
          field: name, rule: "date",
          reason: "\(WorkDate(month: month)) has no day \(number).")
      }
      let worked = WorkDate(day: day)
      if let hours = try hours(row, name, in: worked) { cells.append((worked, hours)) }
    }
    try checkTotal(cells.map(\.hours), row)
    // Of a row that is refused nothing is kept.
    for cell in cells where cell.hours > .zero && !options.keepsRepeats {
      let key = TimesheetKey(
        person: person, worked: cell.worked, package: work.package, task: work.task)
      let values = said.with(cell.hours)
      try refuse(table.refusal(key, values), values)
    }
    var taken = Taken(kind: .unchanged)
    for cell in cells {
      let key = TimesheetKey(
        person: person, worked: cell.worked, package: work.package, task: work.task)
      guard cell.hours > .zero || table.hasEarlier(key) else { continue }
      let one = try put(person, cell.worked, work, said.with(cell.hours), row.line)
      if one.kind == .created || taken.kind == .unchanged { taken.kind = one.kind }
      taken.isRepeat = taken.isRepeat || one.isRepeat
      taken.told += one.told
    }
    return taken
  }

  /// A total that the cells do not add up to tells of a cell that was misread.
  private func checkTotal(_ hours: [Hours], _ row: ImportRow) throws {
    guard let text = row.text("total") else { return }
    guard let total = Hours(text) else {
      throw ImportRow.Refusal(field: "total", rule: "total", expected: "hours such as 7.5")
    }
    let sum = hours.reduce(.zero, +)
    guard sum == total else {
      throw ImportRow.Refusal(
        field: "total", rule: "total",
        reason: "The days add up to \(sum.text), not to \(total.text).")
    }
  }
}

extension TimesheetValues {
  /// The same with hours.
  fileprivate func with(_ hours: Hours) -> TimesheetValues {
    TimesheetValues(
      hours: hours, activity: activity, signedOn: signedOn, approvedOn: approvedOn,
      approvedBy: approvedBy)
  }
}
