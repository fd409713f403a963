/// A check of costs, by the name that lists and reports have for it.
package enum CostRule: String, Sendable, CaseIterable {
  case outsideAction = "outside-action"
  case noPeriod = "no-period"
  case noWorkPackage = "no-work-package"
  case notInBudget = "not-in-budget"
  case doubleInvoice = "double-invoice"
  case sameNumber = "same-invoice-number"
  case deductibleVAT = "deductible-vat"
  case vatUnsaid = "vat-unsaid"
  case personnelTwice = "personnel-twice"
  case noEvidence = "no-evidence"
  case notRegistered = "evidence-not-registered"
  case supportOverdrawn = "support-overdrawn"
  case notForeseen = "subcontract-not-foreseen"
  case noRate = "no-rate"
  case equipmentPrice = "equipment-price"
  case credit = "credit-note"

  /// Whether a command mends what it finds; the others can only be looked at, and accepted.
  package var hasMending: Bool {
    switch self {
    case .doubleInvoice, .sameNumber, .supportOverdrawn, .credit: false
    default: true
    }
  }

  /// Whether the period cannot be locked without a word about it; a credit note is only marked.
  package var isWarning: Bool { self != .credit }
}

/// That a cost does not pass a check.
package struct CostFinding: Sendable, Equatable {
  package let rule: CostRule
  package let cost: CostCode
  package let partner: String
  /// What is wrong, as a sentence.
  package let message: String
  /// The command that mends it.
  package let mending: String
}
