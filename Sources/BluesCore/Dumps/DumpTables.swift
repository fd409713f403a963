internal import GRDB

/// The tables of a project as its dump has them: all but those that are made from others.
struct DumpTables {
  /// One table with its columns, in the order of the layout.
  struct Table {
    let name: String
    let columns: [String]
    /// Those that tell its rows apart, by which they are in order.
    let key: [String]
    /// The kind of each column's values; a dump has bytes as hexadecimal digits.
    let kinds: [String: Kind]
  }

  /// What a column holds, by its type in the layout.
  enum Kind: String {
    case number = "INTEGER"
    case text = "TEXT"
    case bytes = "BLOB"
  }

  let all: [Table]

  init(_ db: Database) throws {
    let names =
      try ChangeRecorder.tables(db)
      + [
        "batch", "file", "last_id", "list_option", "operation", "parcel_content", "removed_row",
        "stop_key",
      ]
    all = try names.sorted().map { name in
      let columns = try db.columns(in: name)
      return Table(
        name: name, columns: columns.map(\.name), key: try db.primaryKey(name).columns,
        kinds: columns.reduce(into: [:]) { $0[$1.name] = Kind(rawValue: $1.type) })
    }
  }
}
