package import Basics

/// Why a parcel cannot be made, read or taken.
package enum ParcelProblem: Problem, Equatable {
  case tooLarge(String)
  case thereAlready(String)
  case cannotWrite(String, detail: String)
  case notAFolder(String)
  case toItself(String)
  /// A partner's copy sends to the coordinator alone.
  case notToPartners(copy: String, coordinator: String)
  case nobody
  case notAParcel(String)
  case cutOff(String, found: Int, expected: Int)
  case altered(String)
  case forged(String, sender: String)
  case unknownKey(String, sender: String, fingerprint: String)
  case revokedKey(String, sender: String, on: Day)
  case otherProject(String)
  case notForUs(String, recipient: String, copy: String)
  case unknownSender(String, sender: String)
  case unopened(String)
  case misfit(String, detail: String)
  /// Rows that the sender may not send, such as `cost line K12`.
  case outside(String, sender: String, row: String)
  case noneWaiting(String?)
  case several([String])
  case forked(String)

  package var message: String {
    switch self {
    case .tooLarge(let path): "\(path) is too large for a parcel."
    case .thereAlready(let path): "\(path) already exists."
    case .cannotWrite(let path, let detail): "\(path) cannot be written: \(detail)."
    case .notAFolder(let path): "Folder not found: \(path)."
    case .toItself(let partner): "This is the copy of \(partner) itself."
    case .notToPartners(let copy, let coordinator):
      "The copy of \(copy) sends parcels to \(coordinator) alone."
    case .nobody: "No other partner has a key that is in force."
    case .notAParcel(let path): "\(path) is not a parcel."
    case .cutOff(let path, let found, let expected):
      "\(path) is cut off or still on its way: \(found) bytes of \(expected)."
    case .altered(let path): "\(path) was altered on its way: its SHA-256 differs from its label."
    case .forged(let path, let sender): "The signature on \(path) is not that of \(sender)."
    case .unknownKey(let path, let sender, let fingerprint):
      "\(path) is signed with a key of \(sender) that is not admitted here: \(fingerprint)."
    case .revokedKey(let path, let sender, let day):
      "\(path) is signed with a key of \(sender) that was revoked on \(day)."
    case .otherProject(let path): "\(path) is a parcel of another project."
    case .notForUs(let path, let recipient, let copy):
      "\(path) is for \(recipient), and this is the copy of \(copy)."
    case .unknownSender(let path, let sender):
      "\(path) is from \(sender), who sends nothing to this copy."
    case .unopened(let path): "\(path) is not sealed to the key of this copy."
    case .misfit(let path, let detail): "\(path) is not what its label says: \(detail)."
    case .outside(let path, let sender, let row):
      "\(path) has a row that \(sender) never sends: \(row). Nothing of it is taken."
    case .noneWaiting(let partner):
      partner.map { "No parcel of \($0) is waiting." } ?? "No parcel is waiting."
    case .several(let partners):
      "Parcels of several partners are waiting: \(partners.joined(separator: ", "))."
    case .forked(let partner):
      "Two copies of \(partner) sent parcels that do not fit together."
    }
  }

  package var hint: String? {
    switch self {
    case .tooLarge, .notAParcel: "name the file that the partner sent, which ends in .parcel"
    case .thereAlready: "choose another folder with -o, or move that file away first"
    case .cannotWrite: "check that the folder can be written, and pack again"
    case .notAFolder: "make the folder first"
    case .toItself: "name another partner, or all"
    case .notToPartners: "blues share pack coordinator -o out"
    case .nobody: "blues share key admit PARTNER KEY --because \"Fingerprint read out by phone\""
    case .cutOff, .altered, .misfit: "ask the sender to send the file again"
    case .forged: "ask the sender, by phone, whether the file is theirs"
    case .unknownKey(_, let sender, _):
      "compare the fingerprint by phone, then: blues share key admit \(sender) KEY --because "
        + "\"Read out by phone\""
    case .revokedKey: "ask for a parcel that is signed with the new key"
    case .otherProject: "look at the project with --db PATH"
    case .notForUs: "use the file in the copy that it is for"
    case .unknownSender: "blues partner list"
    case .unopened: "send your public key to the sender, who packs again: blues share key show"
    case .outside(_, let sender, _): "ask \(sender) what happened to that row, and for a new parcel"
    case .noneWaiting: "blues share receive FILE"
    case .several: "name the partner: --from PARTNER"
    case .forked: "look at both, then choose one: blues share status"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .tooLarge, .notAParcel, .cutOff, .altered, .misfit, .unopened: .badData
    case .thereAlready, .forked: .conflict
    case .cannotWrite: .cannotCreate
    case .notAFolder: .missingInput
    case .toItself: .usage
    case .notToPartners, .forged, .unknownKey, .revokedKey, .outside: .notPermitted
    case .nobody, .unknownSender, .noneWaiting: .notFound
    case .otherProject, .notForUs: .conflict
    case .several: .ambiguous
    }
  }
}
