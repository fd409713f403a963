package import Basics

/// What a post office, or the way to it, does not allow; never with a password or a parcel's bytes.
package enum PostOfficeProblem: Problem, Equatable {
  case libraryMissing
  case unreadableAddress
  case passwordInAddress
  case passwordMissing(Role)
  case wrongPassword(Role)
  case notLetIn(Role)
  case databaseMissing(Role)
  case unreachable(place: String, reason: String)
  case silent(place: String, seconds: Int)
  case lost(place: String)
  case unconfirmed(place: String)
  case notKept(place: String)
  case busy(place: String)
  case diskFull(place: String)
  case readOnly(place: String)
  case tooOld(place: String, found: String, needed: String)
  case notSetUp(Role)
  case notAPostOffice(Role)
  case ownedByAnother(Role, owner: String)
  case mayNotCreate(Role)
  case notOwner(Role)
  case roleMissing(String, place: String)
  case aboveTheRules(String)
  case otherPartner(String, project: String, partner: String)
  case notAdmitted(Role, project: String)
  case notTheSender(Role, sender: String, partner: String)
  case otherMail(Role, partner: String, copy: String)
  case unusableLabel(part: String)
  case noBytes
  case tooLarge(size: Int, limit: Int)
  case wrongDigest
  case refused(place: String, code: String)

  /// Who asked which database, and where.
  package struct Role: Equatable, Sendable {
    package let name: String
    package let database: String
    package let place: String

    package init(name: String, database: String, place: String) {
      self.name = name
      self.database = database
      self.place = place
    }
  }

  /// PostgreSQL's code of what it refused for no reason that has a sentence of its own.
  var code: String? {
    if case .refused(_, let code) = self { code } else { nil }
  }

  package var kind: ProblemKind {
    switch self {
    case .libraryMissing: .missingInput
    case .unreadableAddress, .passwordInAddress: .usage
    case .passwordMissing, .wrongPassword, .notLetIn, .mayNotCreate, .notOwner, .notAdmitted,
      .notTheSender, .otherMail, .ownedByAnother, .aboveTheRules:
      .notPermitted
    case .databaseMissing, .notSetUp, .roleMissing: .notFound
    case .unreachable, .silent, .lost, .unconfirmed, .notKept, .diskFull, .readOnly:
      .inputOutput
    case .busy: .busy
    case .tooOld, .notAPostOffice: .badData
    case .otherPartner: .conflict
    case .unusableLabel, .noBytes, .wrongDigest: .badData
    case .tooLarge: .refusedByRule
    case .refused: .failed
    }
  }
}
