internal import Basics
internal import Foundation
internal import GRDB

/// Takes a person's data out of every row and every step of the history of a file.
///
/// Values are replaced and no row is taken out, so that the history keeps its shape: each step finds
/// what the step before it left. The same texts are replaced in the rows and in the steps, by the same
/// rule. It asks SQLite for tables and columns, since copies of older layouts are cleaned as well.
struct Eraser {
  /// What was found.
  struct Found {
    /// How many texts of rows were changed that are not the person's own, by table and column.
    var texts: [String: Int] = [:]
    /// How many texts have a family name in small letters and stay, by place.
    var mentions: [String: Int] = [:]
    /// Steps of the history that were rewritten.
    var steps: Set<Int64> = []
    /// Steps that changed nothing but what is erased.
    var emptied: Set<Int64> = []
    /// Files whose path names the person.
    var files: Set<String> = []
  }

  let rows: ErasedRows
  let pseudonym: String
  private let db: Database
  private(set) var found = Found()
  private var columns: [String: [String]] = [:]

  init(_ rows: ErasedRows, pseudonym: String, in db: Database) {
    self.rows = rows
    self.pseudonym = pseudonym
    self.db = db
  }

  /// A text without the person; nil where it names nobody.
  func replaced(_ text: String, _ depth: PersonWords.Depth) -> String? {
    rows.words.replaced(in: text, by: pseudonym, depth)
  }

  /// Rewrites the rows, then the steps, then what the history says of them in words.
  mutating func run() throws {
    for table in try ChangeRecorder.tables(db) { try rewrite(table) }
    try rewriteSteps()
    try rewriteWords()
  }

  private mutating func names(_ table: String) throws -> [String] {
    if let known = columns[table] { return known }
    let names = try db.tableExists(table) ? db.columns(in: table).map(\.name) : []
    columns[table] = names
    return names
  }

  /// What a value becomes; nil where it stays.
  private mutating func replacement(
    _ value: ChangedValues.Value, _ table: String, _ column: String, _ id: Int64,
    inHistory: Bool = false
  ) -> ChangedValues.Value? {
    if rows.isOwn(table, id), let empty = ErasedColumns.own(table, column, id: id) {
      return value == empty ? nil : empty
    }
    let isSole = rows.isSoleOrganisation(table, id)
    if isSole, ErasedColumns.ofSoleOrganisation.contains(column) {
      return value == .null ? nil : .null
    }
    guard case .text(let text) = value,
      let depth = isSole ? .names : ErasedColumns.depth(table, column)
    else { return nil }
    let look = rows.words.look(in: text, by: pseudonym, depth)
    if look.mayName {
      found.mentions["\(table).\(column)\(inHistory ? " in the history" : "")", default: 0] += 1
    }
    return look.text.map { .text($0) }
  }

  private mutating func rewrite(_ table: String) throws {
    let names = try names(table)
    guard names.first == "id" else { return }
    var changes: [(id: Int64, column: String, value: ChangedValues.Value)] = []
    let all = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
    while let row = try all.next() {
      let id: Int64 = try row.value("id")
      for (place, column) in names.enumerated().dropFirst() {
        let value = Self.value(row[place])
        if case .text(let text) = value, ErasedColumns.files[table]?.contains(column) == true,
          replaced(text, .names) != nil
        {
          found.files.insert(text)
        }
        guard let other = replacement(value, table, column, id) else { continue }
        changes.append((id, column, other))
        if !rows.isOwn(table, id), !rows.isSoleOrganisation(table, id) {
          found.texts["\(table).\(column)", default: 0] += 1
        }
      }
    }
    for change in changes {
      try db.execute(
        sql: """
          UPDATE \(table.quotedDatabaseIdentifier)
          SET \(change.column.quotedDatabaseIdentifier) = ? WHERE id = ?
          """,
        arguments: [Self.stored(change.value), change.id])
    }
    // A frozen document is known by the digest of what it says.
    for id in Set(changes.lazy.filter { $0.column == "content" }.map(\.id))
    where table == "frozen_document" {
      let text = try String.fetchOne(
        db, sql: "SELECT content FROM frozen_document WHERE id = ?", arguments: [id])
      try db.execute(
        sql: "UPDATE frozen_document SET sha256 = ? WHERE id = ?",
        arguments: [FileDigest(of: Array((text ?? "").utf8)).sha256, id])
    }
  }

  private static func value(_ stored: (any DatabaseValueConvertible)?) -> ChangedValues.Value {
    switch stored?.databaseValue.storage {
    case .int64(let number): .integer(number)
    case .string(let text): .text(text)
    case .double(let number): .real(number.bitPattern)
    case .blob(let bytes): .blob([UInt8](bytes))
    case .null, nil: .null
    }
  }

  private static func stored(_ value: ChangedValues.Value) -> DatabaseValue {
    switch value {
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .real(let bits): Double(bitPattern: bits).databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    case .none, .null: .null
    }
  }
}

extension Eraser {
  private mutating func rewriteSteps() throws {
    let steps = try Int64.fetchAll(
      db, sql: "SELECT id FROM operation WHERE length(changeset) > 0 ORDER BY id")
    for step in steps {
      let change = try Changeset(of: step, in: db)
      var isOnlyOwn = true
      let rewritten = try change.rewritten { change in
        if !rows.isOwn(change.table, change.id) { isOnlyOwn = false }
        return try self.rewritten(change)
      }
      if isOnlyOwn { found.emptied.insert(step) }
      guard rewritten.bytes != change.bytes else { continue }
      found.steps.insert(step)
      try db.execute(
        sql: "UPDATE operation SET changeset = ? WHERE id = ?", arguments: [rewritten.bytes, step])
    }
  }

  private mutating func rewritten(_ change: ChangedValues) throws -> ChangedValues? {
    let names = try names(change.table)
    var other = change
    other.old = values(change.old, change, names)
    other.new = values(change.new, change, names)
    return other.old == change.old && other.new == change.new ? nil : other
  }

  private mutating func values(
    _ values: [ChangedValues.Value], _ change: ChangedValues, _ names: [String]
  ) -> [ChangedValues.Value] {
    var values = values
    for (place, value) in values.enumerated().dropFirst()
    where place < names.count && value != .none {
      guard
        let other = replacement(
          value, change.table, names[place], change.id, inHistory: true)
      else { continue }
      values[place] = other
      if change.table == "frozen_document", names[place] == "content", case .text(let text) = other,
        let digest = names.firstIndex(of: "sha256"), digest < values.count, values[digest] != .none
      {
        values[digest] = .text(FileDigest(of: Array(text.utf8)).sha256)
      }
    }
    return values
  }

  /// What the history says in words: the names of lists, the summaries of steps.
  ///
  /// Who changed the project is part of the history and stays: a name there is told.
  private mutating func rewriteWords() throws {
    for (table, columns) in [
      ("operation", ["summary", "affected", "who"]), ("batch", ["file_name", "source"]),
      ("list_option", ["list", "source", "options"]), ("list_import", ["file_name", "given"]),
    ] where try db.tableExists(table) {
      let key = table == "operation" ? "id" : "operation"
      for column in columns {
        let rows = try Row.fetchAll(
          db, sql: "SELECT \(key), \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        for row in rows {
          let look = self.rows.words.look(
            in: try row.value(1, as: String.self), by: pseudonym, .names)
          if look.mayName || column == "who" && look.text != nil {
            found.mentions["\(table).\(column)", default: 0] += 1
          }
          guard column != "who", let other = look.text else { continue }
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?",
            arguments: [other, try row.value(0, as: Int64.self)])
        }
      }
    }
  }
}
