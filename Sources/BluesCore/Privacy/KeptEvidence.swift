internal import Basics
internal import GRDB

/// What stays of a person without the person's data, because it is part of a record.
struct KeptEvidence {
  let kept: [Erasure.Kept]
  /// Papers and documents of those records, which may name the person.
  let files: [Erasure.File]

  init(of contact: Int64, _ db: Database) throws {
    let end = try RetentionTerm.evidenceEnd(db)
    let exchanges = try Row.fetchAll(
      db,
      sql: """
        SELECT exchange.id AS id, number, state
        FROM exchange_person JOIN exchange ON exchange.id = exchange_id
        WHERE contact_id = ? ORDER BY number
        """, arguments: [contact])
    var kept: [Erasure.Kept] = []
    var files: [Erasure.File] = []
    for row in exchanges {
      let code: ExchangeCode = try row.value("number")
      let state: Exchange.State = try row.value("state")
      let isPaid = state == .paid || state == .closed
      kept.append(
        Erasure.Kept(
          what: "exchange \(code) (\(state.word))",
          why: (isPaid ? "evidence of a payment" : "part of the exchange's record")
            + Self.term(end),
          until: end))
      let papers = try String.fetchAll(
        db, sql: "SELECT file FROM paper WHERE exchange_id = ? AND file IS NOT NULL ORDER BY id",
        arguments: [try row.value("id", as: Int64.self)])
      files += papers.map { Erasure.File(path: $0, why: "paper of \(code)") }
    }
    let activities = try Row.fetchAll(
      db,
      sql: """
        SELECT activity.id AS id, number
        FROM activity_contact JOIN activity ON activity.id = activity_id
        WHERE contact_id = ? ORDER BY number
        """, arguments: [contact])
    for row in activities {
      let code = try row.stored(1, "number") { ActivityCode(number: $0) }
      kept.append(
        Erasure.Kept(
          what: "activity \(code)", why: "attendance, evidence of the activity" + Self.term(end),
          until: end))
      let documents = try String.fetchAll(
        db,
        sql: """
          SELECT file FROM document
          WHERE record_kind = 'activity' AND record_id = ? AND file IS NOT NULL ORDER BY id
          """, arguments: [try row.value("id", as: Int64.self)])
      files += documents.map { Erasure.File(path: $0, why: "document of \(code)") }
    }
    self.kept = kept
    self.files = files
  }

  private static func term(_ end: Day?) -> String {
    end == nil ? "; the term begins when the balance is paid" : ""
  }
}
