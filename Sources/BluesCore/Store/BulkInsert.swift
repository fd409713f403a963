import CSQLite
internal import GRDB

/// Many new rows of one table: the door for every list that is long.
///
/// A register says once which table and columns, and which indexes can be built when all rows are
/// there; then it hands over rows one by one, or blocks that it drew up itself. Their ids are given
/// before they are written. Once the last row of the table is the last of a block, SQLite gives the
/// same ids itself and need not look whether each is free.
final class BulkInsert {
  /// What a load writes: the table, its columns beside the id in the order of the table, so that
  /// SQLite moves no value, and what each of them is.
  struct Plan: Sendable {
    let table: String
    let columns: [String]
    /// Columns with the ids of other rows, in which 0 is NULL.
    var references: [String] = []
    /// Columns with numbers that are always there.
    var numbers: [String] = []
    /// Columns with texts; a block may have more of them than the table takes.
    var texts: [String] = []
    /// The text of the block that a column of another name takes.
    var renamed: [String: String] = [:]
    /// Indexes that a large load lets go and builds anew, of this table or of one filled with it.
    var suspending: [String] = []
    /// Whether what refers to other rows was found there, and the rest was read as the table wants it, so
    /// that SQLite need not prove each row.
    var isProved = false
  }

  /// So many rows are written at once.
  private static let blockRows = 2048

  private let transaction: Transaction
  private let plan: Plan
  private let batch: Int64?
  private let feed: BlockTable
  private var insertion: PreparedStatement
  /// The statement in which SQLite gives the ids, until it is used.
  private var following: String?
  private var indexes: SuspendedIndexes
  private var created = 0
  private var block: TextBlock
  private var waiting: [Int64] = []
  private var lastID: Int64

  /// Prepares a load; nothing is written yet.
  ///
  /// Rows with the number of an import are not recorded one by one.
  /// A failing row takes nothing back by itself: with a savepoint for the statement the search index
  /// would be written out at each, and the change is taken back as a whole.
  init(_ transaction: Transaction, _ plan: Plan, batch: Int64? = nil) throws {
    self.transaction = transaction
    self.plan = plan
    self.batch = batch
    let db = transaction.db
    feed = try BlockTable(
      db, named: "new_\(plan.table)", references: ["new_id"] + plan.references,
      numbers: plan.numbers, texts: plan.texts)
    let taken = plan.columns.map { plan.renamed[$0] ?? $0 }.joined(separator: ", ")
    let names = plan.columns.joined(separator: ", ")
    let into = "INSERT OR FAIL INTO \(plan.table)"
    insertion = try PreparedStatement(
      db, "\(into) (id, \(names)) SELECT new_id, \(taken) FROM \(feed.name)")
    following = "\(into) (\(names)) SELECT \(taken) FROM \(feed.name)"
    indexes = SuspendedIndexes(plan.suspending, loading: plan.table)
    block = TextBlock(columns: max(1, plan.texts.count), rows: 0)
    lastID = try transaction.nextID(plan.table) - 1
  }

  /// Adds one row and gives its id; it is written when a block is full or the load ends.
  @discardableResult
  func add(
    references: [Int64?] = [], numbers: [Int64] = [], texts: [String?] = []
  ) throws -> Int64 {
    try add {
      for reference in references { $0.append(reference ?? 0) }
      $0.append(contentsOf: numbers)
    } texts: { block, row in
      for (column, text) in texts.enumerated() { block.set(text, row: row, column: column) }
    }
  }

  /// The same of a row whose references, 0 for none, and numbers the caller appends in their order, and
  /// whose texts it sets in the block.
  @discardableResult
  func add(
    _ numbers: (inout [Int64]) -> Void, texts: (inout TextBlock, Int) -> Void
  ) throws -> Int64 {
    if block.rows == 0 { lastID = max(lastID, try transaction.nextID(plan.table) - 1) }
    let row = block.addRow()
    texts(&block, row)
    lastID += 1
    waiting.append(Int64(row))
    waiting.append(lastID)
    numbers(&waiting)
    if block.rows >= Self.blockRows || block.size >= 1 << 20 { try flush() }
    return lastID
  }

  /// Writes the rows that wait; others may add rows to the table then.
  func flush() throws {
    guard block.rows > 0 else { return }
    func insert() throws {
      try transaction.insert(in: batch) {
        try block.withRows(waiting) { try write($0, upTo: lastID) }
        return block.rows
      }
    }
    if plan.isProved { try transaction.unchecked(insert) } else { try insert() }
    block.removeAll()
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes the rows of a block that the caller drew up, of which the last has the id `last`.
  func write(_ rows: BlockTable.Rows, upTo last: Int64) throws {
    let db = transaction.db
    created += try feed.run(insertion, over: rows)
    guard sqlite3_last_insert_rowid(db.sqliteConnection) == last else {
      throw StoreProblem.failed(detail: "rows of \(plan.table) have other ids than were given")
    }
    if let following, try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(plan.table)") == last {
      insertion = try PreparedStatement(db, following)
      self.following = nil
    }
    try indexes.suspend(db, created: created)
  }

  /// Writes what waits, builds the indexes that were let go, and tells how many rows are new.
  @discardableResult
  func finish() throws -> Int {
    try flush()
    try indexes.resume(transaction.db)
    return created
  }
}
