internal import Basics

extension CostCheck {
  /// What the checks say of a cost, each with the command that mends it.
  func findings(of cost: CostLine) throws -> [CostFinding] {
    try rules(of: cost).map { finding($0, of: cost) }
  }

  /// What one of the checks says of a cost that does not pass it.
  func finding(_ rule: CostRule, of cost: CostLine) -> CostFinding {
    let (message, mending) = words(rule, cost)
    return CostFinding(
      rule: rule, cost: cost.code, partner: cost.partner, message: "\(cost.code): \(message)",
      mending: "blues partner \(mending)")
  }

  private func words(_ rule: CostRule, _ cost: CostLine) -> (message: String, mending: String) {
    let day = cost.incurredOn.map(\.iso) ?? ""
    let set = "cost set \(cost.code)"
    let show = "cost show \(cost.code)"
    switch rule {
    case .outsideAction:
      return (
        "\(day) is outside the action, \(project.start) to \(project.end): no statement counts it.",
        "\(set) --on DATE"
      )
    case .noPeriod: return ("No reporting period holds \(day).", "\(set) --charged-in RP1")
    case .noRate:
      return (
        "\(cost.currency) has no exchange rate for \(period(of: cost)).",
        "cost check --where rule=no-rate"
      )
    case .noWorkPackage: return ("It is in no work package.", "\(set) --wp WP1")
    case .notInBudget:
      return (
        "\(cost.partner) has no budget for \(cost.category).",
        "budget add B\(nextBudgetLine) \(cost.partner) --category \(cost.category) --amount AMOUNT"
      )
    case .doubleInvoice:
      return ("\(other(of: cost)) is of the same supplier, invoice and amount.", show)
    case .sameNumber: return ("\(other(of: cost)) has the same invoice number.", show)
    case .deductibleVAT:
      return (
        "The VAT is deductible, and the amount may still contain it.",
        "\(set) --amount NET --vat VAT"
      )
    case .vatUnsaid:
      let vat = Money(cents: Int64(cost.vat ?? 0), currency: cost.currency)
      return (
        "The VAT of \(vat) counts: it is not said whether it is deductible.",
        "\(set) --vat-deductible no"
      )
    case .personnelTwice:
      let month = cost.incurredOn.map { WorkDate(month: $0.firstOfMonth).text } ?? ""
      return (
        "\(cost.partner) has hours of \(month), whose pay is computed: it may be declared twice.",
        "cost remove \(cost.code)"
      )
    case .noEvidence: return ("It has no receipt.", "\(set) --evidence FILE")
    case .notRegistered:
      return (
        "Its receipt \(cost.evidence ?? "") is only a name: the file is not registered.",
        "\(set) --evidence FILE"
      )
    case .supportOverdrawn:
      let beyond = Money(cents: overdrawn[cost.partner] ?? 0)
      return (
        "The budget of \(cost.partner) for category C is overdrawn by \(beyond).",
        "cost list --where partner=\(cost.partner)"
      )
    case .notForeseen:
      return ("Annex 1 does not foresee the subcontract.", "\(set) --foreseen yes")
    case .equipmentPrice:
      return (
        "Equipment is declared by its depreciation: note price, life, months, use.",
        "\(set) --note \"price 1200, 36 months, 12 used, half for the action\""
      )
    case .credit: return ("It is a credit note.", show)
    }
  }
}
