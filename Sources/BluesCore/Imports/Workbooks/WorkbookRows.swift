internal import Basics
internal import GRDB

/// The rows of a partner that a workbook can change, by table and number.
struct WorkbookRows {
  /// Parents before children.
  static let tables = [
    "timesheet", "cost_line", "activity", "activity_partner", "activity_contact", "activity_count",
    "report_text",
  ]

  private(set) var columns: [String: [String]] = [:]
  private(set) var rows: [String: [Int64: [DatabaseValue]]] = [:]

  init(of partner: Int64, _ store: Store) throws {
    let (columns, rows) = try store.read { db in
      var columns: [String: [String]] = [:]
      var rows: [String: [Int64: [DatabaseValue]]] = [:]
      for name in Self.tables {
        let names = try ParcelRows.columns(name, db)
        columns[name] = names
        let owns = SharedScope.table(name)?.owns("row") ?? "0"
        let found = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(names.joined(separator: ", ")) FROM \(name) AS row
            WHERE (1 OR :me) AND coalesce(\(owns), 0)
            """, arguments: ["me": partner])
        while let row = try found.next() {
          rows[name, default: [:]][try row.value(0)] = Array(row.databaseValues)
        }
      }
      return (columns, rows)
    }
    self.columns = columns
    self.rows = rows
  }

  /// The value of a column of a row.
  func value(_ column: String, of values: [DatabaseValue], in table: String) -> DatabaseValue {
    columns[table]?.firstIndex(of: column).map { values[$0] } ?? .null
  }
}
