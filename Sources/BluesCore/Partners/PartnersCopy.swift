package import Basics
internal import GRDB

/// A partner's copy of a shared project: what it lacks, and what it cannot do.
struct PartnersCopy: Sendable {
  let partner: String
  let coordinator: String

  /// - Returns: None in a project that is not shared, and in the coordinator's copy.
  init?(_ db: Database) throws {
    guard let identity = try CopyIdentity.fetch(db), let coordinator = try Partner.coordinator(db),
      coordinator != identity.organisation
    else { return nil }
    partner = identity.organisation
    self.coordinator = coordinator
  }

  /// What every page of figures has to say.
  var note: String { "Copy of \(partner): costs, hours and contacts of others are not in it." }

  /// Why a row of another partner is not taken, in a copy or in a workbook of a partner.
  static func rejection(ofRowsOf other: String, among own: String) -> String {
    "Only rows of \(own) are taken here, and this one is of \(other)."
  }

  /// The beginnings of commands that the coordinator's copy alone carries out.
  private static let refused = [
    "wp d ", "wp ms ", "wp review ", "wp risk ", "wp r ", "workpackage indicator set ", "ex ",
    "report period lock ", "report period submit ", "partner rate ",
  ]

  /// A command as this copy offers it: what it cannot do is asked of who can.
  ///
  /// The debtors are the partners whose record it is; none where it is not known.
  func offered(_ command: String, of debtors: [String] = []) -> String {
    guard command.hasPrefix("blues ") else { return command }
    let words = command.dropFirst("blues ".count)
    if Self.refused.contains(where: { words.hasPrefix($0) }) { return "ask \(coordinator)" }
    guard let first = debtors.first, !debtors.contains(partner),
      ["wp activity set ", "wp action ", "partner label "].contains(where: { words.hasPrefix($0) })
    else { return command }
    return "ask \(first)"
  }
}

/// What is not done in a partner's copy, since the coordinator has what it needs.
package enum PartnersCopyProblem: Problem, Equatable {
  /// Figures of another partner.
  case othersFigures(of: String, copy: String, coordinator: String)
  /// A step of a reporting period.
  case periodStep(String, copy: String, coordinator: String)

  package var message: String {
    switch self {
    case .othersFigures(let other, let copy, _):
      "This is the copy of \(copy), and the costs, hours and contacts of \(other) are not in it."
    case .periodStep(let period, let copy, let coordinator):
      "This is the copy of \(copy): \(coordinator) locks, submits and reopens \(period)."
    }
  }

  package var hint: String? {
    switch self {
    case .othersFigures(let other, _, let coordinator):
      "ask \(coordinator) for the report of \(other)"
    case .periodStep(_, let copy, let coordinator):
      "send what \(copy) has for it: blues share pack coordinator -o out; "
        + "then ask \(coordinator)"
    }
  }

  package var kind: ProblemKind { .notPermitted }
}

extension Store {
  /// Refuses a step of a period in a partner's copy.
  func checkMayStep(_ period: String) throws {
    guard let copy = try read({ try PartnersCopy($0) }) else { return }
    throw PartnersCopyProblem.periodStep(
      period, copy: copy.partner, coordinator: copy.coordinator)
  }

  /// The partners whose figures this copy has: all, or in a partner's copy that partner.
  package func partnersWithFigures() throws -> [String] {
    try read { db in try PartnersCopy(db).map { [$0.partner] } ?? Partner.codes(db) }
  }
}
