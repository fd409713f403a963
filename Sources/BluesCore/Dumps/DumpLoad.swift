internal import Basics
internal import Foundation
internal import GRDB
internal import Glibc

/// Makes a new project file of a dump, wholly or not at all.
package struct DumpLoad {
  private let db: Database
  private let tables: [String: DumpTables.Table]
  private var statements: [String: Statement] = [:]
  private var number = 0
  /// How many rows the first line says there are; nil in a dump of old.
  private var rows: Int64?

  /// Loads a text that comes piece by piece; an empty piece is its end.
  ///
  /// - Throws: `DumpProblem` with the line; `StoreProblem.alreadyThere` for a file that is there.
  /// - Returns: None for a dry run.
  package static func create(
    at path: String, invocation: Invocation, telling: (Int) -> Void = { _ in },
    from next: () throws -> [UInt8]
  ) throws -> Store? {
    try Store.create(at: path, invocation: invocation) { store in
      try store.queue.inTransaction(.immediate) { db in
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        var load = try DumpLoad(db)
        try load.read(telling, next)
        try load.check(store)
        try SearchIndex.fillAnew(db)
        return invocation.isRehearsal ? .rollback : .commit
      }
    }
  }

  private init(_ db: Database) throws {
    self.db = db
    let all = try DumpTables(db).all
    tables = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    // A migration gives the file a number and a key of its own.
    for table in all { try db.execute(sql: "DELETE FROM \(table.name)") }
  }

  /// The longest line; a step of the history is one.
  private static let longest = 1 << 30

  private mutating func read(_ telling: (Int) -> Void, _ next: () throws -> [UInt8]) throws {
    var rest: [UInt8] = []
    while true {
      let piece = try next()
      guard !piece.isEmpty else { break }
      rest += piece
      var start = rest.startIndex
      // Only the new piece can hold the next end of a line.
      var from = rest.endIndex - piece.count
      while let end = rest[from...].firstIndex(of: UInt8(ascii: "\n")) {
        try take(rest[start..<end])
        telling(number)
        start = end + 1
        from = start
      }
      rest.removeSubrange(..<start)
      guard rest.count < Self.longest else { throw fault("it is too long") }
    }
    guard rest.isEmpty else {
      number += 1
      throw fault("the text is cut off here")
    }
    guard number > 0 else { throw DumpProblem.notADump }
    if let rows, rows != number - 1 {
      throw DumpProblem.whole("it has \(number - 1) rows, and its first line says \(rows)")
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) throws {
    number += 1
    guard let line = DumpLine(bytes) else {
      throw number == 1 ? DumpProblem.notADump : fault("it is not a record as a dump has them")
    }
    guard number > 1 else { return try begin(line) }
    guard case .text(let name)? = line.value(of: "table"), let table = tables[name] else {
      throw fault("its table is not one of a project")
    }
    var values = [DatabaseValue](repeating: .null, count: table.columns.count)
    for member in line.members where member.name != "table" {
      guard let place = table.columns.firstIndex(of: member.name) else {
        throw fault("\(name) has no column \(member.name.prefix(40))")
      }
      values[place] = try value(member.value, of: member.name, in: table)
    }
    guard table.key.allSatisfy({ line.value(of: $0) != nil }) else {
      throw fault("its number is missing")
    }
    do {
      try statement(table).execute(arguments: StatementArguments(values))
    } catch let error as DatabaseError {
      throw fault(Self.sentence(error, name))
    }
  }

  /// What is wrong with a row that the database does not take: its message names tables, columns and
  /// rules, never values.
  private static func sentence(_ error: DatabaseError, _ table: String) -> String {
    let message = error.message ?? ""
    let parts = message.split(separator: ": ", maxSplits: 1)
    let what = parts.count == 2 ? parts[1].replacing("\(table).", with: "") : ""
    switch parts.first {
    case "UNIQUE constraint failed": return "a line before it has the same \(what) in \(table)"
    case "NOT NULL constraint failed": return "column \(what) of \(table) has no value"
    case "CHECK constraint failed": return "it breaks a rule of \(table): \(what)"
    default: return "it is not a record of \(table)"
    }
  }

  private mutating func begin(_ line: DumpLine) throws {
    guard line.value(of: "dump") == .integer(Int64(Dump.form)),
      case .integer(let layout)? = line.value(of: "layout")
    else {
      throw DumpProblem.notADump
    }
    guard layout == Migration.newest else {
      throw DumpProblem.otherLayout(Int(clamping: layout))
    }
    if case .integer(let count)? = line.value(of: "rows") { rows = count }
  }

  /// A value as its column holds it: SQLite would make a text of a number and a number of a text, and
  /// nobody would see that the line was changed.
  private func value(
    _ value: DumpLine.Value, of column: String, in table: DumpTables.Table
  ) throws -> DatabaseValue {
    switch (value, table.kinds[column]) {
    case (.integer(let number), .number), (.integer(let number), nil): return number.databaseValue
    case (.text(let text), .text), (.text(let text), nil): return text.databaseValue
    case (.text(let text), .bytes):
      guard let bytes = Self.bytes(of: text) else {
        throw fault("its bytes are not hexadecimal digits")
      }
      return bytes.databaseValue
    case (.text, .number):
      throw fault("column \(column) of \(table.name) is a number, and the line has a text")
    case (.integer, .text), (.integer, .bytes):
      throw fault("column \(column) of \(table.name) is a text, and the line has a number")
    }
  }

  private mutating func statement(_ table: DumpTables.Table) throws -> Statement {
    if let made = statements[table.name] { return made }
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let made = try db.makeStatement(
      sql: """
        INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES (\(marks))
        """)
    statements[table.name] = made
    return made
  }

  /// What only the whole can show: references, the file's number, the changes of every step.
  private func check(_ store: Store) throws {
    let lost = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
    if let lost {
      throw DumpProblem.whole(
        "a row of \(try lost.value(0, as: String.self)) refers to one that is missing")
    }
    _ = try FileIdentity.number(db)
    try HistoryEntry.refuseUnread(db)
    for step in try Int64.fetchAll(db, sql: "SELECT id FROM operation ORDER BY id") {
      _ = try Changeset(of: step, in: db)
    }
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM project)") == true else {
      throw DumpProblem.whole("it has no project")
    }
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM stop_key)") == true else {
      throw DumpProblem.whole("it has no key of the stop list")
    }
  }

  private func fault(_ text: String) -> DumpProblem { .line(number, text) }

  private static func bytes(of hex: String) -> Data? {
    let digits = Array(hex.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes = Data(capacity: digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = nibble(digits[place]), let low = nibble(digits[place + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
