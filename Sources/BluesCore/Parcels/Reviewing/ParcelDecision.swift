internal import Basics
internal import GRDB

/// What was decided on a row of a parcel.
package enum ParcelDecision: String, CaseIterable, Sendable, StoredValue {
  case take, refuse
  /// Doubtful: it is shown again with the next parcel.
  case park
}

/// A decision as it is stored.
struct DecidedRow: Sendable {
  let decision: ParcelDecision
  let reason: String
  /// Of the row as it was sent.
  let digest: String
  /// Of the row as it was here.
  let ours: String
  /// Whether the row was refused for what it says, and nobody decided on it.
  let isAutomatic: Bool

  private static let nobody = "blues (by itself)"

  /// Whether what was sent was not taken.
  var isDeclined: Bool { decision != .take }

  /// Those on the rows of a partner; in a parcel all that there are.
  static func all(
    of partner: String?, _ db: Database
  ) throws -> [Changeset.Row: DecidedRow] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT table_name, row_id, theirs, ours, decision, reason, decided_by FROM parcel_decision
        WHERE partner = :partner OR :partner IS NULL
        """, arguments: ["partner": partner])
    return try rows.reduce(into: [:]) { decided, row in
      let key = Changeset.Row(table: try row.value("table_name"), id: try row.value("row_id"))
      decided[key] = DecidedRow(
        decision: try row.value("decision"), reason: try row.value("reason"),
        digest: try row.value("theirs"), ours: try row.value("ours"),
        isAutomatic: try row.value("decided_by", as: String.self) == nobody)
    }
  }

  /// Lets go of a decision that is carried out, so that it is never taken for one on a later state.
  static func forget(_ change: RowChange, of partner: String, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM parcel_decision WHERE partner = ? AND table_name = ? AND row_id = ?",
      arguments: [partner, change.table, change.id])
  }

  static func save(
    _ decision: ParcelDecision, on change: RowChange, of partner: String, because reason: String,
    isAutomatic: Bool = false, _ write: Transaction
  ) throws {
    try forget(change, of: partner, write.db)
    try write.db.execute(
      sql: """
        INSERT INTO parcel_decision
          (id, partner, table_name, row_id, theirs, ours, decision, reason, decided_on, decided_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("parcel_decision"), partner, change.table, change.id, change.digest,
        RowChange.digest(change.ours),
        decision.rawValue, reason, write.invocation.today.description,
        isAutomatic ? nobody : write.invocation.who,
      ])
  }
}
