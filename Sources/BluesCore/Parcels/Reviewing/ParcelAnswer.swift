package import Basics
package import Documents
internal import GRDB

/// What the other side decided on a row that was sent from here and is here as it was sent.
package struct ParcelAnswer: Sendable, Equatable {
  package let what: String
  package let decision: ParcelDecision
  package let reason: String
  package let decidedOn: Day
  package let decidedBy: String

  package static let fields: [Field<ParcelAnswer>] = [
    Field("what", "What", "The row.", rank: .key) { .text($0.what) },
    Field(
      "decision", "Decision", "Whether it was taken, refused or parked.",
      kind: .words(of: ParcelDecision.self)
    ) { .text($0.decision.rawValue) },
    Field("reason", "Reason", "Why.", rank: .main) { .text($0.reason) },
    Field("decided_on", "On", "The day of the decision.", kind: .day) { .day($0.decidedOn) },
    Field("decided_by", "By", "Who decided.", shown: false) { .text($0.decidedBy) },
  ]

  /// The answers that a parcel brings, but for rows that were changed here since.
  static func all(in parcel: Store, ours db: Database) throws -> [ParcelAnswer] {
    let rows = try parcel.read { inside in
      try Row.fetchAll(inside, sql: "SELECT * FROM parcel_decision ORDER BY table_name, row_id")
    }
    var words = RowWords()
    words.read(Set(try rows.map { try $0.value("table_name", as: String.self) }), in: db)
    return try rows.compactMap { row in
      let table: String = try row.value("table_name")
      let id: Int64 = try row.value("row_id")
      guard SharedScope.table(table) != nil else { return nil }
      let columns = try ParcelRows.columns(table, db).joined(separator: ", ")
      let own = try Row.fetchOne(
        db, sql: "SELECT \(columns) FROM \(table) WHERE id = ?", arguments: [id])
      guard let own,
        try ParcelRows.digest(Array(own.databaseValues)) == row.value("theirs", as: String.self)
      else { return nil }
      words.name(Changeset.Row(table: table, id: id), in: db)
      return ParcelAnswer(
        what: words.code(table, id), decision: try row.value("decision"),
        reason: try row.value("reason"), decidedOn: try row.value("decided_on"),
        decidedBy: try row.value("decided_by"))
    }
  }
}
