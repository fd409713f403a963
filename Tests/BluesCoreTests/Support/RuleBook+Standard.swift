@testable import BluesCore

extension RuleBook {
  /// The rules of the first programme with the targets of the BLUES partnership.
  static let standard = Programme.all[0].ruleBook
    .stating(.exchanges, "50", mark: .confirmed, sources: ["BNPT"])
    .stating(.entities, "464", mark: .confirmed, sources: ["BNPT"])
}

extension [PaperKind] {
  /// The kinds that a state asks an exchange of the mode for.
  func required(for state: Exchange.State, _ mode: Exchange.Mode) -> [PaperKind] {
    filter { $0.isRequired(for: state, mode) }
  }
}
