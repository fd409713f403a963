internal import Basics
internal import GRDB

/// Stores timesheet entries: new ones in blocks, known ones where something of them is new.
///
/// What is known is read once; after that a row costs a look into memory and no query.
final class TimesheetTable {
  /// What came of an entry.
  enum Verdict: Equatable {
    case created, updated, unchanged
    /// An earlier entry of the same list has the key and these hundredths of an hour; the field says in
    /// what the two differ.
    case repeated(line: Int, differing: String?, hours: Int)
    /// A mended row has other hours than these hundredths, which are of an earlier list or of no list.
    case recorded(hours: Int)
    /// A mended row stands beside these hundredths of an hour.
    case beside(hours: Int)
  }

  /// Where an entry of a list goes.
  private enum Place {
    case new(TimesheetKey, beside: Int)
    case known(Int, isSame: Bool)
    case none(Verdict)
  }

  /// An entry as it is stored or about to be, its texts as digests.
  struct Known {
    let key: TimesheetKey
    let id: Int64
    /// The step that brought it; 0 for one by hand.
    let batch: Int64
    var hours: Int
    var texts: (Int, Int, Int, Int)
    /// The line of the list that was of it; 0 while none was.
    var line: Int32
  }

  private let write: Transaction
  private let batch: Int64?
  /// Set for a list of mended rows.
  private let mended: MendedHours?
  private let new: BulkInsert
  /// By the digests of keys the places of `known`; a digest that another key has counts on.
  private var places = DigestTable()
  /// All entries, as they are stored or about to be.
  private(set) var known: [Known] = []
  private var dates: [WorkDate: String] = [:]

  private static let columns = [
    "person_id", "work_package_id", "task_id", "batch", "part", "hours", "worked_on", "activity",
    "signed_on", "approved_on", "approved_by",
  ]

  /// Rows of a batch are new rows of an import, and not recorded one by one.
  init(_ write: Transaction, batch: Int64? = nil, mended: MendedHours? = nil) throws {
    self.write = write
    self.batch = batch
    self.mended = mended
    new = try BulkInsert(
      write,
      BulkInsert.Plan(
        table: "timesheet", columns: Self.columns,
        references: ["person_id", "work_package_id", "task_id", "batch"],
        numbers: ["part", "hours"],
        texts: ["worked_on", "activity", "signed_on", "approved_on", "approved_by"],
        suspending: ["timesheet_once", "timesheet_package", "timesheet_task"], isProved: true),
      batch: batch)
    try readKnown()
  }

  private func readKnown() throws {
    let count = try Int.fetchOne(write.db, sql: "SELECT count(*) FROM timesheet") ?? 0
    guard count > 0 else { return }
    known.reserveCapacity(count)
    let rows = try Row.fetchCursor(
      write.db,
      sql: """
        SELECT id, person_id, worked_on, work_package_id, ifnull(task_id, 0), part, hours,
          activity, signed_on, approved_on, approved_by, ifnull(batch, 0)
        FROM timesheet
        """)
    while let row = try rows.next() {
      let key = TimesheetKey(
        person: try row.value(1), worked: try row.stored(2, "worked_on") { WorkDate(stored: $0) },
        package: try row.value(3), task: try row.value(4), part: try row.value(5))
      note(
        Known(
          key: key, id: try row.value(0), batch: try row.value(11), hours: try row.value(6),
          texts: (
            Self.digest(try row.value(7)), Self.digest(try row.value(8)),
            Self.digest(try row.value(9)), Self.digest(try row.value(10))
          ), line: 0))
    }
  }

  /// Takes an entry of a line of a list; of one key the first counts, or all where `isKept`.
  func put(
    _ key: TimesheetKey, _ values: TimesheetValues, line: Int, keepingRepeats isKept: Bool = false
  ) throws -> Verdict {
    switch place(of: key, values, isKept) {
    case .none(let verdict): return verdict
    case .new(let key, let beside):
      try add(key, values, line)
      return beside > 0 ? .beside(hours: beside) : .created
    case .known(let place, let isSame):
      known[place].line = Int32(clamping: line)
      guard !isSame else { return .unchanged }
      try revise(place, values)
      return .updated
    }
  }

  /// Where an entry goes: to one that is the same, else over the first of its key that is free.
  ///
  /// Free is one that no earlier row of the list was of. An entry of a mended row goes beside those.
  private func place(of key: TimesheetKey, _ values: TimesheetValues, _ isKept: Bool) -> Place {
    var key = key
    var (free, earlier): (Int?, Known?)
    var (beside, foreign) = (0, 0)
    while let found = find(key) {
      key.part += 1
      let entry = known[found]
      let isSame = difference(entry, values) == nil
      beside += entry.hours
      if entry.line > 0 {
        earlier = earlier ?? entry
        guard isSame, !isKept else { continue }
        return .none(.repeated(line: Int(entry.line), differing: nil, hours: entry.hours))
      }
      if isSame, !isKept || mended?.own.contains(entry.batch) != false {
        return .known(found, isSame: true)
      }
      free = free ?? found
      if let mended, entry.batch < mended.since { foreign += entry.hours }
    }
    if mended != nil {
      return foreign > 0 && !isKept
        ? .none(.recorded(hours: foreign)) : .new(key, beside: beside)
    }
    if let earlier, !isKept {
      return .none(
        .repeated(
          line: Int(earlier.line), differing: difference(earlier, values), hours: earlier.hours))
    }
    return free.map { .known($0, isSame: false) } ?? .new(key, beside: 0)
  }

  private func text(of worked: WorkDate) -> String {
    if let text = dates[worked] { return text }
    let text = worked.text
    dates[worked] = text
    return text
  }

  /// The first field of which an entry says something else than what is known; nil for none.
  private func difference(_ known: Known, _ values: TimesheetValues) -> String? {
    if known.hours != values.hours.hundredths { return "hours" }
    let digests = [known.texts.0, known.texts.1, known.texts.2, known.texts.3]
    for (index, text) in values.texts.enumerated() {
      if let text, Self.digest(text) != digests[index] { return TimesheetValues.names[index] }
    }
    return nil
  }

  private func add(_ key: TimesheetKey, _ values: TimesheetValues, _ line: Int) throws {
    let worked = text(of: key.worked)
    let id = try new.add { numbers in
      numbers.append(key.person)
      numbers.append(key.package)
      numbers.append(key.task)
      numbers.append(batch ?? 0)
      numbers.append(Int64(key.part))
      numbers.append(Int64(values.hours.hundredths))
    } texts: { block, row in
      block.set(worked, row: row, column: 0)
      block.set(values.activity, row: row, column: 1)
      block.set(values.signedOn, row: row, column: 2)
      block.set(values.approvedOn, row: row, column: 3)
      block.set(values.approvedBy, row: row, column: 4)
    }
    note(
      Known(
        key: key, id: id, batch: batch ?? 0, hours: values.hours.hundredths,
        texts: (
          Self.digest(values.activity), Self.digest(values.signedOn),
          Self.digest(values.approvedOn), Self.digest(values.approvedBy)
        ), line: Int32(clamping: line)))
  }

  private func revise(_ place: Int, _ values: TimesheetValues) throws {
    try write.recorded { try Self.revise(known[place].id, values, write.db) }
    known[place].hours = values.hours.hundredths
  }

  /// The place of the entry of a key; nil where there is none.
  private func find(_ key: TimesheetKey) -> Int? {
    var digest = key.digest
    while let place = places[digest].map(Int.init) {
      if known[place].key == key { return place }
      digest &+= 1
    }
    return nil
  }

  /// Takes note of an entry whose key is new.
  private func note(_ entry: Known) {
    var digest = entry.key.digest
    while places.add(Int64(known.count), digest) != nil { digest &+= 1 }
    known.append(entry)
  }

  /// Whether an entry of a key is known whose place a row of no hours takes.
  func hasEarlier(_ key: TimesheetKey) -> Bool {
    mended == nil && find(key).map { known[$0].line == 0 } ?? false
  }

  /// Why an entry would not be taken, or that it says nothing new; nil where it would be.
  func refusal(_ key: TimesheetKey, _ values: TimesheetValues) -> Verdict? {
    guard case .none(let verdict) = place(of: key, values, false) else { return nil }
    return verdict
  }

  /// Writes what waits; the indexes are whole again.
  func finish() throws { try new.finish() }

  private static func digest(_ text: String?) -> Int {
    guard let text else { return 0 }
    var digest = Digest()
    digest.add(text)
    return Int(digest.value)
  }
}
