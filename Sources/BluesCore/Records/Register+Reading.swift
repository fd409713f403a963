internal import GRDB

extension Register {
  /// Later rooms may have columns of theirs in it.
  private func selection(_ hooks: StoreHooks) -> String {
    let later = hooks.columns[table.name, default: [:]].sorted { $0.key < $1.key }
      .map { ", (\($1)) AS \($0)" }
    return "\(sql.selection)\(later.joined()) FROM \(table.name)"
  }

  /// All records, in the order of their codes.
  func fetchAll(_ context: RecordContext) throws -> [R] {
    try fetchRows(context).map(\.record)
  }

  /// The same, each with its row.
  func fetchRows(_ context: RecordContext) throws -> [(id: Int64, record: R)] {
    try fetch("ORDER BY \(table.order)", [], context)
  }

  /// All records with what is stored of them, without what is worked out.
  func fetchStored(_ context: RecordContext) throws -> [R] {
    try fetch("ORDER BY \(table.order)", [], context, derived: false).map(\.record)
  }

  func fetchOne(_ id: Int64, _ context: RecordContext) throws -> R {
    guard let found = try fetch("WHERE \(table.name).id = ?", [id.databaseValue], context).first
    else { throw StoreProblem.failed(detail: "\(indefinite(noun)) in it cannot be found again") }
    return found.record
  }

  /// What is stored of a record, without what is worked out of it.
  func stored(_ code: R.Code, _ context: RecordContext) throws -> R {
    guard let found = try find(code, context) else { throw unknown(code, try codes(context.db)) }
    return found.record
  }

  /// A record with its row by its code; nil where there is none.
  ///
  /// It has what is stored, or all, what is worked out of it as well.
  func find(
    _ code: R.Code, _ context: RecordContext, derived: Bool = false
  ) throws -> (id: Int64, record: R)? {
    let condition = table.columns.map { "\(table.name).\($0) = ?" }.joined(separator: " AND ")
    return try fetch("WHERE \(condition)", table.bind(code, context), context, derived: derived)
      .first
  }

  /// A record with its row by its code.
  ///
  /// - Throws: `RecordProblem.unknown` where there is none.
  func one(_ code: R.Code, _ context: RecordContext) throws -> (id: Int64, record: R) {
    let found: (id: Int64, record: R)?
    do {
      found = try find(code, context, derived: true)
    } catch is RecordProblem {
      // What the code belongs to is missing, such as its work package.
      found = nil
    }
    if let found { return found }
    if let now = try rules.renamed(code, context.db) {
      throw RecordProblem.renamed(code.description, noun: noun, to: now.description)
    }
    throw unknown(code, try codes(context.db))
  }

  private func unknown(_ code: R.Code, _ known: [R.Code]) -> RecordProblem {
    .unknown(code.description, noun: noun, known: known.map(\.description), command: path)
  }

  /// The codes of all records, in their order.
  func codes(_ db: Database) throws -> [R.Code] {
    let columns = (["\(table.name).id"] + table.selections).joined(separator: ", ")
    return try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table.name) ORDER BY \(table.order)")
      .map { try table.read($0, 1) }
  }

  /// The codes of all records by their rows.
  func codesByRow(_ db: Database) throws -> [Int64: String] {
    let columns = (["\(table.name).id"] + table.selections).joined(separator: ", ")
    let rows = try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table.name)")
    return try Dictionary(
      uniqueKeysWithValues: rows.map {
        (try $0.stored(0, "id"), try table.read($0, 1).description)
      })
  }

  private func fetch(
    _ clause: String, _ arguments: [DatabaseValue], _ context: RecordContext, derived: Bool = true
  ) throws -> [(id: Int64, record: R)] {
    let derive = derived ? try rules.derive(context) : nil
    let statement = try context.db.cachedStatement(sql: "\(selection(context.hooks)) \(clause)")
    let rows = try Row.fetchCursor(
      statement, arguments: arguments.isEmpty ? StatementArguments() : StatementArguments(arguments)
    )
    let stored = stored
    var found: [(id: Int64, record: R)] = []
    while let row = try rows.next() {
      var record = try R(code: table.read(row, 1))
      var at = 1 + table.selections.count
      for (_, storage) in stored {
        try storage.load(row, at, &record)
        at += storage.selections.count
      }
      try derive?(&record, row)
      found.append((try row.stored(0, "id"), record))
    }
    return found
  }
}
