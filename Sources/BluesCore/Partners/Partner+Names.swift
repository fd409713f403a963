package import Basics
internal import Documents
internal import GRDB

extension Partner {
  /// The number is one partner's alone.
  static func checkNumber(_ partner: Partner, _ context: RecordContext) throws {
    guard let number = partner.number else { return }
    let other = try String.fetchOne(
      context.db, sql: "SELECT code FROM partner WHERE number = ? AND code <> ?",
      arguments: [number, partner.code.text])
    if let other {
      throw AttributeProblem(
        attribute: "number",
        problem: PartnerProblem.numberTaken(number, by: other, new: partner.code.text))
    }
  }

  static func checkDays(_ partner: Partner) throws {
    guard let joined = partner.joinedOn, let left = partner.leftOn, left < joined else { return }
    throw Refusal(
      "left_on", rule: "left_on", expected: "a day from \(joined.iso) on", found: left.iso)
  }

  /// Nobody takes its own place, whoever stands in between.
  static func checkSuccessor(_ partner: Partner, _ context: RecordContext) throws {
    var seen: Set<String> = [partner.code.text]
    var next = partner.successor
    while let code = next {
      guard seen.insert(code).inserted else {
        throw AttributeProblem(
          attribute: "successor", problem: PartnerProblem.ownSuccessor(partner.code.text))
      }
      next = try String.fetchOne(
        context.db,
        sql: """
          SELECT successor.code FROM partner
          JOIN partner AS successor ON successor.id = partner.successor_id
          WHERE partner.code = ?
          """, arguments: [code])
    }
  }

  /// A short name that another partner once had stays its own, since old lists have it.
  static func checkFormerName(_ new: PartnerCode, of id: Int64?, _ db: Database) throws {
    let other = try String.fetchOne(
      db,
      sql: """
        SELECT partner.code FROM partner_name JOIN partner ON partner.id = partner_id
        WHERE upper(partner_name.code) = upper(?) AND partner_id IS NOT ?
        """, arguments: [new.text, id])
    if let other { throw PartnerProblem.formerName(new.text, of: other) }
  }

  /// The partner that a list means: by its short name, by a former one, or by number and full name,
  /// where the list then has a new short name for it.
  static func meant(
    _ code: PartnerCode, _ said: [String: String], _ context: RecordContext
  ) throws -> MeantRecord<PartnerCode> {
    let present = try String.fetchOne(
      context.db,
      sql: """
        SELECT code FROM partner WHERE code = :code
        UNION ALL SELECT partner.code FROM partner_name
        JOIN partner ON partner.id = partner_id WHERE partner_name.code = :code
        LIMIT 1
        """, arguments: ["code": code.text])
    if let present { return MeantRecord(code: try PartnerCode(present)) }
    guard let text = said["number"], let number = wholeNumber(text.trimmedBytes[...]),
      let name = said["name"],
      let known = try Row.fetchOne(
        context.db, sql: "SELECT code, name FROM partner WHERE number = ?", arguments: [number]),
      signs(try known.value("name")) == signs(name)
    else { return MeantRecord(code: code) }
    return MeantRecord(code: try PartnerCode(known.value("code")), newCode: code)
  }

  /// The short name of the partner that once had another one.
  static func renamed(_ old: PartnerCode, _ db: Database) throws -> PartnerCode? {
    try String.fetchOne(
      db,
      sql: """
        SELECT partner.code FROM partner_name JOIN partner ON partner.id = partner_id
        WHERE upper(partner_name.code) = upper(?) ORDER BY partner_name.id DESC
        """, arguments: [old.text]
    ).map { try PartnerCode($0) }
  }

  /// Gives the partner the new short name of a list.
  static func rename(
    _ old: PartnerCode, _ new: PartnerCode, _ write: Transaction, _ context: RecordContext
  ) throws {
    let was = try register.one(old, context)
    try rename(was.id, from: was.record.code.text, to: new, until: context.today, write)
    context.forget(target)
  }

  /// Gives a partner another short name; the former one still finds it.
  static func rename(
    _ id: Int64, from old: String, to code: PartnerCode, until day: Day, _ write: Transaction
  ) throws {
    try write.db.execute(
      sql: "INSERT INTO partner_name (id, partner_id, code, until) VALUES (?, ?, ?, ?)",
      arguments: [write.nextID("partner_name"), id, old, day])
    try write.db.execute(
      sql: "UPDATE partner SET code = ? WHERE id = ?", arguments: [code.text, id])
    try write.db.execute(
      sql: "UPDATE fact SET subject = ? WHERE subject = ?", arguments: [code.text, old])
  }

  /// The short names it had before, oldest first.
  func formerNames(in store: Store) throws -> Documents.Table {
    let rows = try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT partner_name.code, until FROM partner_name
          JOIN partner ON partner.id = partner_id
          WHERE partner.code = ? ORDER BY partner_name.id
          """,
        arguments: [code.text]
      ).map { row in (code: try row.value("code") as String, until: try row.value("until") as Day) }
    }
    let fields: [Field<(code: String, until: Day)>] = [
      Field("former", "Short name") { .text($0.code) },
      Field("until", "Until", kind: .day) { .day($0.until) },
    ]
    return Documents.Table(noun: "former_names", fields: fields, rows: rows)
  }

  /// What two spellings of one name share: its letters and digits.
  private static func signs(_ name: String) -> String {
    Folding.folded(name).filter { $0.isLetter || $0.isNumber }
  }
}

extension Records where R == Partner {
  /// Gives a partner another short name from a day on.
  ///
  /// - Throws: `RecordProblem.taken` where another partner has the name.
  package func rename(_ code: PartnerCode, to new: PartnerCode, on day: Day) throws -> Partner {
    try store.write { write in
      let context = try RecordContext(write.db, store.invocation, store.hooks)
      let was = try Partner.register.one(code, context)
      guard new != was.record.code else { throw PartnerProblem.sameName(new.text) }
      if try Partner.register.find(new, context) != nil {
        throw RecordProblem.taken(new.text, command: "partner")
      }
      try Partner.checkFormerName(new, of: was.id, write.db)
      try Partner.rename(was.id, from: was.record.code.text, to: new, until: day, write)
      write.records(
        "renamed partner \(was.record.code) to \(new)", affecting: [was.record.code.text, new.text])
      return try Partner.register.fetchOne(was.id, context)
    }
  }
}
