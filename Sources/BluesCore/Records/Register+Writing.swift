internal import Basics
internal import GRDB

extension Register {
  /// Adds a record and answers with its row.
  func insert(
    _ code: R.Code, _ changes: Changes, _ write: Transaction, _ context: RecordContext
  ) throws -> (id: Int64, record: R) {
    let codes = try table.bind(code, context)
    var record = R(code: code)
    var changes = changes
    try read(changes, into: &record, context)
    try rules.check(&record, nil, &changes, context)
    let id = try write.nextID(table.name)
    let values =
      try [id.databaseValue] + codes + values(of: record, context) + [changes.extra.databaseValue]
    try write.db.cachedStatement(sql: sql.insertion)
      .execute(arguments: StatementArguments(values))
    _ = try link(id, record, write, context)
    try rules.follow(nil, record, id, write)
    return (id, record)
  }

  /// Changes a record and answers with it as it is now; nil where nothing of it is new, by SQLite's
  /// own count, to the byte.
  func update(
    _ was: (id: Int64, record: R), _ changes: Changes, _ write: Transaction,
    _ context: RecordContext
  ) throws -> R? {
    var record = was.record
    var changes = changes
    try read(changes, into: &record, context)
    try rules.check(&record, was.record, &changes, context)
    let values =
      try values(of: record, context) + [changes.extra.databaseValue, was.id.databaseValue]
    try write.db.cachedStatement(sql: sql.update).execute(arguments: StatementArguments(values))
    var isChanged = write.db.changesCount > 0
    if try link(was.id, record, write, context) { isChanged = true }
    guard isChanged else { return nil }
    try rules.follow(was.record, record, was.id, write)
    return record
  }

  /// What the columns of a record hold.
  private func values(of record: R, _ context: RecordContext) throws -> [DatabaseValue] {
    var values: [DatabaseValue] = []
    for (_, storage) in stored { values += try storage.bind(record, context) }
    return values
  }

  /// Removes a record with its parts.
  ///
  /// - Throws: `RecordProblem.inUse` while anything else refers to it.
  func remove(_ code: R.Code, _ write: Transaction, _ context: RecordContext) throws {
    let id = try one(code, context).id
    let links = stored.compactMap { $0.storage.links }
    for part in parts + links.map({ RecordPart(table: $0.table, column: $0.ownerColumn) }) {
      try write.db.execute(
        sql: "DELETE FROM \(part.table) WHERE \(part.column) = ?", arguments: [id])
    }
    let uses = try RecordUses.of(table.name, id, in: write.db)
    guard uses.isEmpty else { throw RecordProblem.inUse(code.description, by: uses) }
    try write.db.execute(sql: "DELETE FROM \(table.name) WHERE id = ?", arguments: [id])
    try RecordEdits.forget(write, of: table.name, id)
  }

  /// Reads what is said into a record, attribute by attribute in their order.
  ///
  /// - Throws: `Refusal` with the attribute, or the problem of a record that is referred to.
  func read(_ changes: Changes, into record: inout R, _ context: RecordContext) throws {
    for attribute in attributes {
      guard let said = changes[attribute.name], let read = attribute.read else { continue }
      let texts = said.map { CellText.trimmed($0) }
      if texts.allSatisfy(\.isEmpty) {
        guard let clear = attribute.clear else { throw Cleared(attribute: attribute.name) }
        clear(&record)
        continue
      }
      do {
        try read(texts, &record, context)
      } catch var refusal as Refusal {
        refusal.found = refusal.found ?? texts.joined(separator: "; ")
        throw refusal
      } catch let problem as any Problem {
        throw AttributeProblem(attribute: attribute.name, problem: problem)
      }
    }
  }

  /// Makes the links of a record those it has; equal ones are left untouched.
  private func link(
    _ id: Int64, _ record: R, _ write: Transaction, _ context: RecordContext
  ) throws -> Bool {
    var isChanged = false
    for (_, storage) in stored {
      guard let links = storage.links else { continue }
      let wanted = try storage.codes(record).map { try context.id($0, in: links.target) }
      let present = try Int64.fetchAll(
        write.db,
        sql: "SELECT \(links.other) FROM \(links.table) WHERE \(links.ownerColumn) = ?",
        arguments: [id])
      for gone in present where !wanted.contains(gone) {
        try write.db.execute(
          sql: "DELETE FROM \(links.table) WHERE \(links.ownerColumn) = ? AND \(links.other) = ?",
          arguments: [id, gone])
        isChanged = true
      }
      for new in wanted where !present.contains(new) {
        try write.db.execute(
          sql: """
            INSERT INTO \(links.table) (id, \(links.ownerColumn), \(links.other)) VALUES (?, ?, ?)
            """,
          arguments: [write.nextID(links.table), id, new])
        isChanged = true
      }
    }
    return isChanged
  }
}

/// An empty text where an attribute needs a value.
struct Cleared: Error {
  let attribute: String
}

/// A problem met while an attribute was read, such as a partner that is not there.
struct AttributeProblem: Error {
  let attribute: String
  let problem: any Problem
}
