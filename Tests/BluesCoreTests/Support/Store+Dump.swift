import GRDB

@testable import BluesCore

extension Store {
  /// Every row of every recorded table, as text; two equal dumps are two equal projects.
  ///
  /// A column may be left out, such as the number of an import's step.
  func dump(without column: String? = nil) throws -> [String] {
    try read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.filter(ChangeRecorder.isRecorded).flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id").map { row in
          let cells = row.filter { $0.0 != column }.map { "\($0.0)=\($0.1)" }
          return "\(table): \(cells.joined(separator: ", "))"
        }
      }
    }
  }

  /// What the search index holds, by contact.
  func searchDump() throws -> [String] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT rowid, words FROM contact_search ORDER BY rowid")
        .map { "\($0)" }
    }
  }

  func answer(_ sql: String) throws -> [String] {
    try read { db in try Row.fetchAll(db, sql: sql).map { "\($0)" } }
  }
}
