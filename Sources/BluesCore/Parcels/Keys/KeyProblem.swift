package import Basics

/// Why a key cannot be made, read, admitted or used.
package enum KeyProblem: Problem, Equatable {
  case thereAlready(String)
  case missing(String)
  /// Others may read it.
  case open(String)
  case damaged(String)
  case cannotWrite(String, detail: String)
  case noRandomNumbers
  case notAKey(String)
  /// 64 digits that are no point of the curve.
  case mistyped(String)
  /// What a key file has, and nobody else may see.
  case secret
  /// A key that was admitted, and to which nothing can be sealed.
  case unusable(partner: String, fingerprint: String)
  /// The key of this copy is not admitted in it.
  case ownNotAdmitted(partner: String, key: String)
  case admitted(partner: String)
  case admittedToOther(partner: String)
  /// No key of a partner is in force.
  case noneOf(String)
  case unknown(String)
  case revoked(String)
  case reasonMissing

  package var message: String {
    switch self {
    case .thereAlready(let path): "\(path) already exists."
    case .missing(let path): "Key file not found: \(path)."
    case .open(let path): "\(path) can be read by others."
    case .damaged(let path): "\(path) is not a key file of blues."
    case .cannotWrite(let path, let detail): "\(path) cannot be written: \(detail)."
    case .noRandomNumbers: "This machine gives no random numbers for a key."
    case .notAKey(let text): "Not a public key: \(text.prefix(80))."
    case .mistyped(let text): "Not a public key, perhaps mistyped: \(text.prefix(80))."
    case .secret: "This is the line of a secret key, which stays in its file."
    case .unusable(let partner, let fingerprint):
      "The key of \(partner) with the fingerprint \(fingerprint) is not one: nothing can be sealed to it."
    case .ownNotAdmitted(let partner, _):
      "The key of this copy is not in force in it, the copy of \(partner)."
    case .admitted(let partner): "This key of \(partner) is admitted already."
    case .admittedToOther(let partner): "This key belongs to \(partner)."
    case .noneOf(let partner): "\(partner) has no key that is in force."
    case .unknown(let text): "Unknown key: \(text.prefix(80))."
    case .revoked(let text): "This key is revoked already: \(text)."
    case .reasonMissing: "A reason is missing."
    }
  }

  package var hint: String? {
    switch self {
    case .thereAlready: "blues share key show"
    case .missing: "make one: blues share key make; a lost key is replaced by a new one"
    case .open(let path): "chmod 600 \(path); if others may have read it, make a new key"
    case .damaged: "restore the key file from where you keep it, or make a new key"
    case .cannotWrite: "check that its folder can be written and has free space"
    case .noRandomNumbers: nil
    case .mistyped: "copy it from what blues share key show prints, and compare the fingerprint"
    case .secret: "send the public key instead: blues share key show"
    case .unusable(let partner, let fingerprint):
      "blues share key revoke \"\(fingerprint)\" --because \"Mistyped\", then ask \(partner) for the key"
    case .ownNotAdmitted(let partner, let key):
      "admit it here, and send it to the others: "
        + "blues share key admit \(partner) \(key) --because \"New key\""
    case .notAKey: "64 hexadecimal digits, as blues share key show prints them"
    case .admitted, .admittedToOther, .unknown, .revoked: "blues share key list"
    case .noneOf(let partner):
      "ask \(partner) for the key, and admit it: blues share key admit \(partner) KEY --because "
        + "\"Fingerprint read out by phone\""
    case .reasonMissing: "say why: --because \"Fingerprint read out by phone\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .thereAlready, .admitted, .admittedToOther, .revoked: .conflict
    case .missing: .missingInput
    case .open: .notPermitted
    case .damaged, .unusable: .badData
    case .cannotWrite: .cannotCreate
    case .noRandomNumbers: .failed
    case .notAKey, .mistyped, .secret, .reasonMissing: .usage
    case .noneOf, .unknown, .ownNotAdmitted: .notFound
    }
  }
}
