internal import Basics
internal import GRDB

/// Whose rows a workbook may have.
struct WorkbookOwner: Sendable {
  let partner: Int64
  let code: String
  /// The numbers that the partner gives.
  let numbers: ClosedRange<Int64>
}

/// A kind of numbered records that a sheet of a workbook has.
struct WorkbookRecords: Sendable {
  let table: String
  /// The letter of the codes.
  let letter: String
  /// The field that says whose a record is.
  let ownerField: String
  /// Tables whose rows go with a record, with the column that says to which.
  let parts: [String]

  static let costs = WorkbookRecords(
    table: "cost_line", letter: "K", ownerField: "partner", parts: [])
  static let activities = WorkbookRecords(
    table: "activity", letter: "A", ownerField: "partners",
    parts: ["activity_partner", "activity_contact", "activity_count"])

  /// The number that a row has.
  fileprivate func number(of row: ImportRow) throws -> Int64 {
    guard let text = row.text("code") else {
      throw ImportRow.Refusal(
        field: "code", rule: "number",
        reason: "The number is missing: give the row a free number of the sheet.")
    }
    let digits = text.asciiRaised.hasPrefix(letter) ? text.dropFirst() : text[...]
    guard let number = Int64(digits), (1...Int64(largestOfCopies)).contains(number) else {
      throw ImportRow.Refusal(
        field: "code", rule: "number", expected: "a number such as \(letter)17")
    }
    return number
  }

  /// The row of a number that is the partner's; nil where there is none yet.
  fileprivate func row(_ number: Int64, _ owner: WorkbookOwner, _ db: Database) throws -> Int64? {
    let owns = SharedScope.table(table)?.owns("row") ?? "0"
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT id, coalesce(\(owns), 0) AS own FROM \(table) AS row
        WHERE number = :number AND (1 OR :me)
        """, arguments: ["number": number, "me": owner.partner])
    if let found {
      guard try found.value("own", as: Bool.self) else {
        throw ImportRow.Refusal(
          field: "code", rule: "number",
          reason: "\(letter)\(number) belongs to another partner: give the row a free number.")
      }
      return try found.value("id")
    }
    guard owner.numbers.contains(number) else {
      throw ImportRow.Refusal(
        field: "code", rule: "number",
        reason: "\(letter)\(number) may be given by another partner: give the row a free number "
          + "of the sheet.")
    }
    return nil
  }

  /// The row as it is stored, with its code and its owner.
  fileprivate func said(
    _ row: ImportRow, _ number: Int64, isNew: Bool, _ owner: WorkbookOwner,
    _ context: RecordContext
  ) throws -> ImportRow {
    var texts: [String: String?] = ["code": "\(letter)\(number)"]
    if let first = row.list(ownerField)?.first {
      let code = try? context.code(first, in: Partner.target)
      guard code == owner.code else {
        throw ImportRow.Refusal(
          field: ownerField, rule: "partner", expected: "\(owner.code) as the first partner")
      }
    } else if isNew {
      texts[ownerField] = owner.code
    }
    return row.saying(texts)
  }

  /// Takes a record away with what belongs to it.
  fileprivate func remove(_ id: Int64, _ db: Database) throws {
    for part in parts {
      try db.execute(sql: "DELETE FROM \(part) WHERE \(table)_id = ?", arguments: [id])
    }
    try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
  }
}

extension RecordList {
  /// The list as a sheet of a workbook has it: every row has its number, a line with nothing but that
  /// is left, and a mark takes the record away.
  func ofWorkbook(_ records: WorkbookRecords, _ owner: WorkbookOwner) -> RecordList {
    let (begin, names) = (begin, fields.map(\.name).filter { $0 != "code" })
    let removal = ImportField("remove", "delete")
    return RecordList(noun: noun, fields: fields + [removal], own: own) { write, request in
      var filling = try begin(write, request)
      let context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
      let put = filling.put
      filling.plain = { _ in nil }
      filling.put = { row in
        let isMarked = row.text("remove") != nil
        if !isMarked, row.texts(of: names).isEmpty { return Taken(verdict: .unchanged) }
        let number = try records.number(of: row)
        let id = try records.row(number, owner, write.db)
        guard isMarked else {
          return try put(records.said(row, number, isNew: id == nil, owner, context))
        }
        guard let id else { return Taken(verdict: .unchanged) }
        try records.remove(id, write.db)
        return Taken(verdict: .updated)
      }
      return filling
    }
  }
}
