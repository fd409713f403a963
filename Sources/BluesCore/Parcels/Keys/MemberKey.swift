package import Basics
package import Documents
internal import GRDB

/// A public key of a partner, which this copy of the project admits or has revoked.
package struct MemberKey: Sendable, Equatable {
  package let partner: String
  package let key: PublicKey
  package let admittedOn: Day
  package let admittedBy: String
  package let reason: String
  package let revokedOn: Day?
  package let revokedBecause: String?

  package var isInForce: Bool { revokedOn == nil }

  package static let fields: [Field<MemberKey>] = [
    Field("partner", "Partner", "The partner whose key it is.", rank: .key) { .text($0.partner) },
    Field("fingerprint", "Fingerprint", "Thirty digits, to be compared by phone.", rank: .main) {
      .text($0.key.fingerprint)
    },
    Field(
      "state", "State", "Whether it is in force or revoked.", kind: .word(["in force", "revoked"])
    ) { $0.isInForce ? .text("in force") : .state("revoked", .muted) },
    Field("admitted_on", "Admitted", "The day it was admitted.", kind: .day) {
      .day($0.admittedOn)
    },
    Field("reason", "Reason", "Why it was admitted.") { .text($0.reason) },
    Field("revoked_on", "Revoked", "The day it was revoked.", kind: .day) {
      .day(orEmpty: $0.revokedOn)
    },
    Field("revoked_because", "Why revoked", "Why it was revoked.", shown: false) {
      .text(orEmpty: $0.revokedBecause)
    },
    Field("admitted_by", "Admitted by", "Who admitted it.", shown: false) {
      .text($0.admittedBy)
    },
    Field("public_key", "Public key", "The key in hexadecimal digits.", shown: false) {
      .text($0.key.text)
    },
  ]
}

extension MemberKey: FetchableRecord {
  static let selection = """
    SELECT member_key.id, code, public_key, admitted_on, admitted_by, reason, revoked_on,
           revoked_because
    FROM member_key JOIN partner ON partner.id = partner_id
    """

  init(row: Row) throws {
    partner = try row.value("code")
    key = try row.convert("public_key") { (text: String) in try? PublicKey(text) }
    admittedOn = try row.value("admitted_on")
    admittedBy = try row.value("admitted_by")
    reason = try row.value("reason")
    revokedOn = try row.value("revoked_on")
    revokedBecause = try row.value("revoked_because")
  }
}
