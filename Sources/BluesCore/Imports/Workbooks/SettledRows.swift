internal import Basics
internal import GRDB

/// The rows of a workbook with the ids that they have whenever it is read, and in the project.
///
/// A row that is new gets the id of the row here that has its number or key; else one that is made of
/// that, so that a workbook that comes again, corrected, means the same rows.
struct SettledRows {
  private let before: WorkbookRows
  private let after: WorkbookRows
  /// The number of the file of rows that are added.
  private let file: Int64
  private var ids: [String: [Int64: Int64]] = [:]

  /// What tells rows of a table apart, beside their ids.
  private static let keys = [
    "timesheet": ["person_id", "worked_on", "work_package_id", "task_id", "part"],
    "cost_line": ["number"], "activity": ["number"],
    "report_text": ["section", "work_package_id", "partner_id", "period_id"],
  ]

  init(
    before: WorkbookRows, after: WorkbookRows, file: Int64, ours db: Database
  ) throws {
    self.before = before
    self.after = after
    self.file = file
    for table in WorkbookRows.tables {
      guard let key = Self.keys[table] else { continue }
      var taken = Set((after.rows[table] ?? [:]).keys)
      for (id, values) in (after.rows[table] ?? [:]).sorted(by: { $0.key < $1.key })
      where before.rows[table]?[id] == nil {
        let parts = key.map { after.value($0, of: values, in: table) }
        let condition = key.map { "\($0) IS ?" }.joined(separator: " AND ")
        var settled =
          try Int64.fetchOne(
            db, sql: "SELECT id FROM \(table) WHERE \(condition)",
            arguments: StatementArguments(parts)) ?? derived(table, parts)
        while settled != id, taken.contains(settled) { settled += 1 }
        taken.insert(settled)
        ids[table, default: [:]][id] = settled
      }
    }
    settlePartners()
  }

  /// The partners of an activity stay as they are, or are all written anew in their order: the first of
  /// them owns it.
  private mutating func settlePartners() {
    let (whole, table) = ("activity", "activity_partner")
    func listed(_ rows: WorkbookRows) -> [Int64: [(id: Int64, partner: DatabaseValue)]] {
      (rows.rows[table] ?? [:]).sorted { $0.key < $1.key }.reduce(into: [:]) { listed, row in
        let activity = rows.value("activity_id", of: row.value, in: table)
        guard case .int64(let id) = activity.storage else { return }
        listed[id, default: []].append(
          (row.key, rows.value("partner_id", of: row.value, in: table)))
      }
    }
    let earlier = listed(before)
    for (activity, partners) in listed(after) {
      if let was = earlier[activity], was.map(\.partner) == partners.map(\.partner) {
        for (one, other) in zip(partners, was) { ids[table, default: [:]][one.id] = other.id }
        continue
      }
      let settled = ids[whole]?[activity] ?? activity
      let first = Self.hash(table, [settled.databaseValue]) & 0x3FFF_FFC0
      for (place, partner) in partners.enumerated() {
        ids[table, default: [:]][partner.id] = file << 32 | (first + Int64(place) + 1)
      }
    }
  }

  private func derived(_ table: String, _ key: [DatabaseValue]) -> Int64 {
    if key.count == 1, case .int64(let number) = key[0].storage { return file << 32 | number }
    return file << 32 | (Self.hash(table, key) | 1)
  }

  /// 30 bits.
  private static func hash(_ table: String, _ key: [DatabaseValue]) -> Int64 {
    let words = "\(table) \(ParcelRows.digest(key))"
    let digits = FileDigest(of: Array(words.utf8)).sha256.prefix(8)
    return (Int64(digits, radix: 16) ?? 0) & 0x3FFF_FFFF
  }

  private func settled(_ id: Int64, _ table: String) -> Int64 { ids[table]?[id] ?? id }

  /// Puts the rows into a parcel; all of them, or those alone that were added or changed.
  func write(changedAlone isPartial: Bool, to parcel: Database) throws {
    for table in WorkbookRows.tables {
      let columns = after.columns[table] ?? []
      var there: Set<Int64> = []
      for (id, values) in (after.rows[table] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let own = settled(id, table)
        var values = values
        values[0] = own.databaseValue
        if let place = columns.firstIndex(of: "activity_id"),
          case .int64(let activity) = values[place].storage
        {
          values[place] = settled(activity, "activity").databaseValue
        }
        there.insert(own)
        guard !isPartial || before.rows[table]?[own] != values else { continue }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try parcel.cachedStatement(
          sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        ).execute(arguments: StatementArguments(values))
      }
      for id in (before.rows[table] ?? [:]).keys.sorted() where !there.contains(id) {
        try parcel.execute(
          sql: "INSERT INTO removed_row (table_name, row_id, is_erased) VALUES (?, ?, 0)",
          arguments: [table, id])
      }
    }
  }
}
