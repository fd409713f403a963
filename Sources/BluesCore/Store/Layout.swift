internal import GRDB

/// The objects of a project file, compared with those that the migrations lay out.
///
/// A file that came by mail may have a trigger that changes sums, or a view in the place of a table;
/// it is refused before anything of it is read.
enum Layout {
  /// A table, an index, a trigger or a view.
  struct Object: Hashable {
    let kind: String
    let name: String
    let table: String
    let sql: String

    /// Its kind and name.
    var place: String { "\(kind) \(name)" }

    /// What it is called in a sentence.
    var words: String {
      let isVirtual = kind == "table" && sql.uppercased().hasPrefix("CREATE VIRTUAL")
      return "the \(isVirtual ? "virtual table" : kind) \(name.prefix(100))"
    }
  }

  /// - Throws: `StoreProblem.foreign` for an object that is not ours or was changed, `damaged` where
  ///   a table is missing.
  ///
  /// An index that is missing is no danger: `blues check` tells of it.
  static func check(_ db: Database, version: Int, path: String) throws {
    if try isNewest(db) {
      guard version == Migration.newest else {
        throw StoreProblem.damaged(
          path: path, detail: "it says its layout is \(version), but its tables are of another")
      }
      return
    }
    let laidOut = try DatabaseQueue()
    let ours = try laidOut.writeWithoutTransaction { db in
      try Migration.layOut(db, upTo: version)
      return try objects(db)
    }
    let found = try objects(db)
    let known = Set(ours.map(\.place))
    // What is added says more than what the addition changed.
    let other = found.subtracting(ours).sorted {
      (known.contains($0.place) ? 1 : 0, $0.name) < (known.contains($1.place) ? 1 : 0, $1.name)
    }
    if let object = other.first {
      throw StoreProblem.foreign(
        path: path, object: object.words,
        fault: known.contains(object.place) ? "is not as blues lays it out" : "is not of blues")
    }
    if let missing = ours.subtracting(found).filter({ $0.kind == "table" }).map(\.name).min() {
      throw StoreProblem.damaged(path: path, detail: "its table \(missing) is missing")
    }
  }

  /// The indexes of the layout that the file lacks, in order.
  static func missingIndexes(_ db: Database) throws -> [Object] {
    let laidOut = try DatabaseQueue()
    let ours = try laidOut.writeWithoutTransaction { db in
      try Migration.layOut(db, upTo: Migration.newest)
      return try objects(db)
    }
    return try ours.subtracting(objects(db)).filter { $0.kind == "index" }
      .sorted { $0.name < $1.name }
  }

  /// What SQLite itself keeps of a file whose owner had it analysed, which changes no answer.
  private static let statistics: Set<String> = ["sqlite_stat1", "sqlite_stat4"]

  static func objects(_ db: Database) throws -> Set<Object> {
    let rows = try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return try Set(
      rows.map { row in
        Object(
          kind: try row.value("type"), name: try row.value("name"),
          table: try row.value("tbl_name"), sql: try row.value("sql", as: String?.self) ?? "")
      }
    ).filter { !statistics.contains($0.name) }
  }
}
