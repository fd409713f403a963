internal import Basics
internal import GRDB

/// A parcel that was checked from the outside, opened, and checked inside.
///
/// Nothing of it is read as a database before its size, its SHA-256 and its signature are right.
struct OpenedParcel {
  let label: ParcelLabel
  let header: ParcelHeader
  /// Its rows as a SQLite file.
  let content: [UInt8]
  let store: Store

  /// What a file says on its outside, where that holds: whole, not altered, signed by the key on it.
  static func outside(_ path: String) throws -> (label: ParcelLabel, sealed: [UInt8]) {
    try outside(of: ParcelFile.bytes(path), path)
  }

  static func outside(
    of bytes: [UInt8], _ path: String
  ) throws -> (label: ParcelLabel, sealed: [UInt8]) {
    guard let (label, start) = ParcelLabel.read(bytes) else { throw ParcelProblem.notAParcel(path) }
    let sealed = Array(bytes[start...])
    guard sealed.count >= label.size else {
      throw ParcelProblem.cutOff(path, found: sealed.count, expected: label.size)
    }
    guard sealed.count == label.size, FileDigest(of: sealed).sha256 == label.sha256 else {
      throw ParcelProblem.altered(path)
    }
    guard label.isSigned else { throw ParcelProblem.forged(path, sender: label.sender) }
    return (label, sealed)
  }

  /// Opens what was sealed to a key, and looks through it.
  init(
    _ path: String, _ label: ParcelLabel, _ sealed: [UInt8], with key: SecretKey,
    invocation: Invocation
  ) throws {
    guard let content = key.open(sealed) else { throw ParcelProblem.unopened(path) }
    guard content.count > 100 else { throw ParcelProblem.misfit(path, detail: "it is empty") }
    // Rows alone are read: the layout is compared, triggers and views are off.
    let store = try ParcelDamage.told(of: path) {
      try Store.ofBytes(content, named: path, invocation: invocation, hooks: StoreHooks())
    }
    self.label = label
    self.content = content
    self.store = store
    header = try ParcelDamage.told(of: path) { try Self.header(in: store, label, path) }
  }

  /// The header, where it fits the label and the rows.
  private static func header(
    in store: Store, _ label: ParcelLabel, _ path: String
  ) throws -> ParcelHeader {
    try store.read { db in
      let headers = try ParcelHeader.fetchAll(db, sql: "SELECT * FROM parcel")
      guard let header = headers.first, headers.count == 1 else {
        throw ParcelProblem.misfit(path, detail: "it does not have one header")
      }
      guard header.form == ParcelHeader.form else {
        throw ParcelProblem.misfit(path, detail: "its form is \(header.form)")
      }
      guard header.project == label.project, header.sender == label.sender,
        header.recipient == label.recipient, header.sequence == label.sequence
      else {
        throw ParcelProblem.misfit(path, detail: "its header has another sender or number")
      }
      try checkTables(header, path, db)
      return header
    }
  }

  /// Every table has the rows that the header counts, and no other table has any.
  private static func checkTables(
    _ header: ParcelHeader, _ path: String, _ db: Database
  ) throws {
    // An older layout was brought up to date, so that its digests are those of other columns.
    let isSame = header.layout == Migration.newest
    for table in SharedScope.tables {
      let sum = try ParcelRows.sum(table.name, in: db)
      let said = header.tables[table.name]
      guard sum.rows == said?.rows ?? 0, !isSame || sum.rows == 0 || sum == said else {
        throw ParcelProblem.misfit(
          path, detail: "table \(table.name) does not have the rows that its header counts")
      }
    }
    for table in SharedScope.never.sorted()
    where !["file", "parcel", "parcel_decision", "removed_row", "stop_key"].contains(table) {
      guard try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") == 0 else {
        throw ParcelProblem.misfit(path, detail: "table \(table) never leaves a copy")
      }
    }
  }

  /// Refuses a partner's parcel with rows that the coordinator alone sends; what else is not the
  /// sender's is refused row by row.
  func checkScope(_ path: String) throws {
    let foreign: (table: String, id: Int64)? = try ParcelDamage.told(of: path) {
      try store.read { inside in
        for table in SharedScope.tables where table.isOfCoordinator {
          let id = try Int64.fetchOne(inside, sql: "SELECT min(id) FROM \(table.name)")
          if let id { return (table.name, id) }
        }
        return nil
      }
    }
    guard let foreign else { return }
    var words = RowWords()
    store.readCodes([foreign.table], into: &words)
    throw ParcelProblem.outside(
      path, sender: header.sender,
      row: "\(RowWords.noun(foreign.table)) \(words.code(foreign.table, foreign.id))")
  }
}

extension Store {
  /// Reads what rows of some tables are called.
  func readCodes(_ tables: Set<String>, into words: inout RowWords) {
    try? read { words.read(tables, in: $0) }
  }
}
