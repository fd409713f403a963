package import Basics

/// The rules on amounts and payment: checks 4, 5, 9 and 10.
package struct MoneyRules: Sendable {
  let book: RuleBook

  package init(book: RuleBook) {
    self.book = book
  }

  package func breaches(of exchange: CheckInput) throws -> [Breach] {
    guard exchange.stay.mode != .virtual else { return try unfunded(exchange) }
    return try amounts(exchange) + paidOnEvidence(exchange) + paidInTime(exchange)
  }

  /// The last day to pay the visitor; the term runs from the day the stay was completed.
  package func paymentDue(completedOn day: Day) throws -> Day {
    try day.adding(days: book.rule("payment-term").whole("days"))
  }

  private func unfunded(_ exchange: CheckInput) throws -> [Breach] {
    let rule = try book.rule("virtual-unfunded")
    let most = try rule.money("amount")
    guard let amount = [exchange.agreed, exchange.paid].compactMap(\.self).max(), amount > most
    else { return [] }
    return [
      rule.breach(
        "\(exchange.subject) is virtual and has an amount of \(amount); the maximum is \(most).")
    ]
  }

  private func amounts(_ exchange: CheckInput) throws -> [Breach] {
    guard let sum = try book.lumpSum(for: exchange.stay, distance: exchange.distance) else {
      return []
    }
    var named: [(String, Money)] = []
    if let agreed = exchange.agreed { named.append(("agreed", agreed)) }
    if let paid = exchange.paid, paid != exchange.agreed { named.append(("paid", paid)) }
    return try named.flatMap { word, amount in
      try tooMuch(amount, "The amount \(word), \(amount), exceeds", sum)
    }
  }

  private func tooMuch(_ amount: Money, _ exceeds: String, _ sum: LumpSum) throws -> [Breach] {
    var found: [Breach] = []
    let country = sum.country.englishName
    if amount > sum.threshold {
      found.append(
        try book.rule("country-threshold").breach(
          "\(exceeds) \(sum.threshold), the threshold of \(country).",
          figures: [sum.country.code]))
    }
    if amount > sum.ceiling {
      found.append(
        try book.rule("ceiling").breach(
          "\(exceeds) \(sum.ceiling), the ceiling for every visitor."))
    }
    guard found.isEmpty else { return found }
    let halving = try book.rule("halving")
    if amount > sum.most, case .settled(let share) = sum.outcome {
      return [
        halving.breach(
          "\(exceeds) \(share.amount), which is \(share.factor) of \(sum.threshold) for "
            + "\(try reasons(sum)).")
      ]
    }
    guard case .open(let below, _, let limit) = sum.outcome, amount > below.amount,
      case .unknown(let asks) = sum.distance
    else { return [] }
    return [
      halving.breach(
        "\(exceeds) \(below.amount), the lump sum below \(limit) km. \(asks)", severity: .warning)
    ]
  }

  /// Why the lump sum is halved, with the figures.
  private func reasons(_ sum: LumpSum) throws -> String {
    let halving = try book.rule("halving")
    let least = try halving.whole("below_working_days")
    let limit = try halving.whole("below_kilometres")
    var reasons: [String] = []
    if sum.workingDays < least {
      reasons.append("\(counted(sum.workingDays, "working day")), fewer than \(least)")
    }
    if let kilometres = sum.distance.kilometres, kilometres < limit {
      reasons.append("\(kilometres) km, less than \(limit)")
    }
    return reasons.joined(separator: ", and ")
  }

  private func paidOnEvidence(_ exchange: CheckInput) throws -> [Breach] {
    let isPaid = exchange.paidOn != nil || exchange.paid.map { !$0.isZero } == true
    guard isPaid || exchange.isBeingPaid else { return [] }
    let rule = try book.rule("payment-needs-report")
    var missing = try rule.words("papers").filter { !exchange.papers.contains($0) }
    if exchange.validatedOn == nil { missing.append("validation of the closing report") }
    guard !missing.isEmpty else { return [] }
    return [
      rule.breach(
        "\(exchange.subject) \(exchange.isBeingPaid ? "cannot be paid" : "was paid") without "
          + "\(missing.joined(separator: ", ")).")
    ]
  }

  private func paidInTime(_ exchange: CheckInput) throws -> [Breach] {
    guard exchange.visitor.partnership == nil, let completed = exchange.completedOn else {
      return []
    }
    let due = try paymentDue(completedOn: completed)
    let late = (exchange.paidOn ?? exchange.today) - due
    guard late > 0 else { return [] }
    let days = counted(late, "day")
    let start = "\(exchange.subject) was completed on \(completed) and had to be paid by \(due)"
    return [
      try book.rule("payment-term").breach(
        exchange.paidOn.map { "\(start); it was paid on \($0), \(days) late." }
          ?? "\(start); it is \(days) overdue.")
    ]
  }
}
