package import Basics
package import Documents
internal import GRDB

/// Something that was done with a submission of a partner for a period.
package struct SubmissionStep: Sendable, Equatable {
  /// What was done.
  package enum Kind: String, CaseIterable, Sendable, StoredValue {
    /// Of the coordinator's own submissions alone: those of partners are parcels.
    case submitted
    /// The partner took it back.
    case withdrawn
    case returned, accepted
  }

  package let partner: String
  package let period: String
  /// The number of the parcel that submitted.
  package let sequence: Int
  package let kind: Kind
  package let on: Day
  package let who: String
  package let reason: String?
  /// The key of who submitted or accepted.
  package let key: PublicKey?

  package static let fields: [Field<SubmissionStep>] = [
    Field("partner", "Partner", "The partner whose submission it is.", rank: .key) {
      .text($0.partner)
    },
    Field("period", "Period", "The reporting period.", rank: .key) { .text($0.period) },
    Field("sequence", "No", "The number of the submission.", kind: .number) {
      .integer($0.sequence)
    },
    Field("step", "Step", "What was done.", kind: .words(of: Kind.self)) {
      .text($0.kind.rawValue)
    },
    Field("on", "On", "The day.", kind: .day) { .day($0.on) },
    Field("who", "By", "Who did it.") { .text($0.who) },
    Field("reason", "Reason", "Why.", rank: .main) { .text(orEmpty: $0.reason) },
    Field("fingerprint", "Key", "The fingerprint of the key of who did it.", shown: false) {
      .text(orEmpty: $0.key?.fingerprint)
    },
  ]
}

extension SubmissionStep {
  static func all(_ db: Database) throws -> [SubmissionStep] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT submission_step.id, code, period.number AS number, sequence, step, happened_on, who,
          reason, public_key
        FROM submission_step JOIN partner ON partner.id = partner_id
        JOIN period ON period.id = period_id
        ORDER BY code, period.number, sequence, submission_step.id
        """
    ).map { row in
      SubmissionStep(
        partner: try row.value("code"),
        period: "RP\(try row.value("number", as: Int.self))",
        sequence: try row.value("sequence"), kind: try row.value("step"),
        on: try row.value("happened_on"), who: try row.value("who"),
        reason: try row.value("reason"),
        key: try row.value("public_key", as: String?.self).flatMap { try? PublicKey($0) })
    }
  }

  func save(_ write: Transaction) throws {
    try write.db.execute(
      sql: """
        INSERT INTO submission_step
          (id, partner_id, period_id, sequence, step, happened_on, who, reason, public_key)
        SELECT ?, partner.id, period.id, ?, ?, ?, ?, ?, ?
        FROM partner JOIN period ON 'RP' || period.number = ? WHERE code = ?
        """,
      arguments: [
        write.nextID("submission_step"), sequence, kind.rawValue, on.description, who, reason,
        key?.text, period, partner,
      ])
  }
}
