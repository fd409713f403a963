internal import Basics
package import Documents
internal import GRDB

/// Why a row of a partner was not taken, as the coordinator says it and the partner reads it.
package struct ShareComment: Sendable, Equatable {
  /// The partner whose row it is.
  package let partner: String
  package let answer: ParcelAnswer

  package static let fields: [Field<ShareComment>] = [
    Field("partner", "Partner", "The partner whose row it is.", rank: .key) { .text($0.partner) },
    Field("what", "What", "The row.", rank: .key) { .text($0.answer.what) },
    Field(
      "decision", "Decision", "Whether it was refused or parked.",
      kind: .words(of: ParcelDecision.self)
    ) { .text($0.answer.decision.rawValue) },
    Field("reason", "Reason", "Why.", rank: .main) { .text($0.answer.reason) },
    Field("decided_on", "On", "The day of the decision.", kind: .day) {
      .day($0.answer.decidedOn)
    },
  ]

  /// In the coordinator's copy what was decided on the rows of partners; in a partner's copy what the
  /// last parcel says of rows that are still as they were sent.
  static func all(
    _ identity: CopyIdentity, _ log: [ParcelLog.Entry], _ store: Store, _ db: Database
  ) throws -> [ShareComment] {
    let own = identity.organisation
    guard let coordinator = try Partner.coordinator(db) else { return [] }
    func last(of partner: String) throws -> Store? {
      let entry = log.filter {
        [.applied, .partly, .waiting].contains($0.state) && $0.header.sender == partner
      }
      .max { $0.header.sequence < $1.header.sequence }
      return try entry.flatMap { try ParcelLog.content(of: $0, store, db) }
    }
    guard own == coordinator else {
      guard let parcel = try last(of: coordinator) else { return [] }
      return try ParcelAnswer.all(in: parcel, ours: db).filter { $0.decision != .take }.map {
        ShareComment(partner: own, answer: $0)
      }
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT partner, table_name, row_id, decision, reason, decided_on, decided_by
        FROM parcel_decision WHERE decision <> 'take' ORDER BY partner, table_name, row_id
        """)
    var words: [String: RowWords] = [:]
    var contents: [String: Store] = [:]
    let tables = Set(try rows.map { try $0.value("table_name", as: String.self) })
    return try rows.map { row in
      let partner: String = try row.value("partner")
      var known = words[partner] ?? RowWords()
      if words[partner] == nil {
        known.read(tables.union(tables.flatMap { RowName.tables($0) }), in: db)
        // What was refused is in the parcel alone.
        contents[partner] = try last(of: partner)
        contents[partner]?.readCodes(tables, into: &known)
        words[partner] = known
      }
      let (table, id): (String, Int64) = (try row.value("table_name"), try row.value("row_id"))
      known.name(Changeset.Row(table: table, id: id), in: db)
      try contents[partner]?.read { known.name(Changeset.Row(table: table, id: id), in: $0) }
      return ShareComment(
        partner: partner,
        answer: ParcelAnswer(
          what: known.code(table, id),
          decision: try row.value("decision"), reason: try row.value("reason"),
          decidedOn: try row.value("decided_on"), decidedBy: try row.value("decided_by")))
    }
  }
}
