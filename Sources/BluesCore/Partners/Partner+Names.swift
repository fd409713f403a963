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
    throw Refusal("left_on", rule: "left_on", expected: "a day from \(joined.iso) on")
  }

  /// A list that gives a known number and name another short name renames the partner.
  static func recode(
    _ code: PartnerCode, _ said: [String: String], _ write: Transaction, _ context: RecordContext
  ) throws -> String? {
    guard let text = said["number"], let number = wholeNumber(text.trimmedBytes[...]),
      let name = said["name"],
      let was = try Row.fetchOne(
        write.db, sql: "SELECT id, code, name FROM partner WHERE number = ?", arguments: [number])
    else { return nil }
    let old: String = try was.value("code")
    let oldName: String = try was.value("name")
    guard try PartnerCode(old) != code, signs(oldName) == signs(name),
      try register.find(code, context) == nil
    else { return nil }
    try rename(was.value("id"), from: old, to: code, until: context.today, write)
    context.forget(target)
    return old
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
      if new != code, try Partner.register.find(new, context) != nil {
        throw RecordProblem.taken(new.text)
      }
      try Partner.rename(was.id, from: was.record.code.text, to: new, until: day, write)
      write.records(
        "renamed partner \(was.record.code) to \(new)", affecting: [was.record.code.text, new.text])
      return try Partner.register.fetchOne(was.id, context)
    }
  }
}
