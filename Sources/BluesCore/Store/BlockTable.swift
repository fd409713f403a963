internal import GRDB
// The same SQLite as CSQLite: the compiler knows its structures by the module that GRDB has.
import GRDBSQLite

/// Rows that lie in memory, given to SQLite as a table that an `INSERT … SELECT` reads.
///
/// One statement takes a whole block: with a statement for every row, beginning it, binding its
/// values and ending it cost more than the row itself. On a connection one feed of a name is open
/// at a time, and it must outlive the statements that read it.
final class BlockTable {
  /// The rows of a block, where they lie until the statement has run.
  struct Rows {
    /// Of each row the place of its texts, then its references, then its numbers.
    let numbers: UnsafeBufferPointer<Int64>
    /// Of each place the texts, one for each column of texts.
    let texts: UnsafeBufferPointer<TextPlace>
    let bytes: UnsafeBufferPointer<UInt8>
  }

  /// The columns, and the rows there are now: plain memory, so that no reference is counted for
  /// a cell.
  fileprivate struct Source {
    let declaration: String
    let references: Int
    let numbers: Int
    let texts: Int
    var rows: Rows?

    /// How many numbers a row has.
    var stride: Int { 1 + references + numbers }
  }

  private let source: UnsafeMutablePointer<Source>
  private let connection: OpaquePointer?
  let name: String

  /// A feed of some columns: references, in which 0 is NULL, numbers that are always there, texts.
  init(
    _ db: Database, named name: String, references: [String], numbers: [String], texts: [String]
  ) throws {
    connection = db.sqliteConnection
    self.name = name
    let columns = (references + numbers + texts).joined(separator: ", ")
    source = .allocate(capacity: 1)
    source.initialize(
      to: Source(
        declaration: "CREATE TABLE feed (\(columns))", references: references.count,
        numbers: numbers.count, texts: texts.count))
    let code = sqlite3_create_module_v2(connection, name, Self.module, source, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  deinit {
    sqlite3_create_module_v2(connection, name, nil, nil, nil)
    source.deinitialize(count: 1)
    source.deallocate()
  }

  /// Runs a statement that reads the feed, with these rows in it; answers how many they are.
  @discardableResult
  func run(_ statement: PreparedStatement, over rows: Rows) throws -> Int {
    source.pointee.rows = rows
    defer { source.pointee.rows = nil }
    try statement.run()
    return rows.numbers.count / source.pointee.stride
  }
}

extension BlockTable {
  /// What SQLite is given to hold; its own part comes first, as its interface asks.
  private struct Table {
    var base = sqlite3_vtab()
    let source: UnsafeMutablePointer<Source>
  }

  /// Where a statement reads; SQLite's own part comes first here too.
  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    let source: UnsafeMutablePointer<Source>
    var row = 0
  }

  /// What SQLite calls; it keeps the address for as long as the connection is open.
  nonisolated(unsafe) private static let module: UnsafeMutablePointer<sqlite3_module> = {
    var calls = sqlite3_module()
    calls.xConnect = { connection, source, _, _, table, _ in
      guard let source = source?.assumingMemoryBound(to: Source.self), let table else {
        return SQLITE_MISUSE
      }
      let code = sqlite3_declare_vtab(connection, source.pointee.declaration)
      guard code == SQLITE_OK else { return code }
      let new = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      new.initialize(to: Table(source: source))
      table.pointee = UnsafeMutableRawPointer(new).assumingMemoryBound(to: sqlite3_vtab.self)
      return SQLITE_OK
    }
    calls.xDisconnect = { table in
      table.map { UnsafeMutableRawPointer($0).deallocate() }
      return SQLITE_OK
    }
    calls.xBestIndex = { _, _ in SQLITE_OK }
    calls.xOpen = { table, cursor in
      guard let table, let cursor else { return SQLITE_MISUSE }
      let source = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.source
      let new = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      new.initialize(to: Cursor(source: source))
      cursor.pointee = UnsafeMutableRawPointer(new)
        .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    calls.xClose = { cursor in
      cursor.map { UnsafeMutableRawPointer($0).deallocate() }
      return SQLITE_OK
    }
    calls.xFilter = { cursor, _, _, _, _ in
      BlockTable.cursor(cursor)?.pointee.row = 0
      return SQLITE_OK
    }
    calls.xNext = { cursor in
      BlockTable.cursor(cursor)?.pointee.row += 1
      return SQLITE_OK
    }
    calls.xEof = { cursor in
      guard let cursor = BlockTable.cursor(cursor) else { return 1 }
      let source = cursor.pointee.source
      guard let rows = source.pointee.rows else { return 1 }
      return (cursor.pointee.row + 1) * source.pointee.stride <= rows.numbers.count ? 0 : 1
    }
    calls.xRowid = { cursor, row in
      row?.pointee = Int64(BlockTable.cursor(cursor)?.pointee.row ?? 0)
      return SQLITE_OK
    }
    calls.xColumn = { cursor, answer, column in
      if let cursor = BlockTable.cursor(cursor) { BlockTable.give(Int(column), cursor, to: answer) }
      return SQLITE_OK
    }
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: calls)
    return module
  }()

  private static func cursor(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor>? {
    base.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Cursor.self) }
  }

  /// Answers with one cell; texts are lent, not copied.
  private static func give(
    _ column: Int, _ cursor: UnsafeMutablePointer<Cursor>, to answer: OpaquePointer?
  ) {
    let source = cursor.pointee.source
    guard let rows = source.pointee.rows else { return }
    let (references, numbers) = (source.pointee.references, source.pointee.numbers)
    let row = cursor.pointee.row * source.pointee.stride
    guard column >= references + numbers else {
      let number = rows.numbers[row + 1 + column]
      if column < references && number == 0 { return sqlite3_result_null(answer) }
      return sqlite3_result_int64(answer, number)
    }
    let place = Int(rows.numbers[row]) * source.pointee.texts
    let text = rows.texts[place + column - references - numbers]
    guard text.count >= 0, let bytes = rows.bytes.baseAddress else {
      return sqlite3_result_null(answer)
    }
    UnsafeRawPointer(bytes + Int(text.start)).withMemoryRebound(
      to: CChar.self, capacity: Int(text.count)
    ) { sqlite3_result_text(answer, $0, text.count, nil) }
  }
}
