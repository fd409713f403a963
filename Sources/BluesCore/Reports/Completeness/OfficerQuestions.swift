internal import Basics

/// What the Agency's financial officers ask about reports, answered ahead: monthly rates apart from the
/// plan, adjustments without a reason, costs that are not foreseen, money that is not spent.
enum OfficerQuestions: PeriodRequirement {
  static let name = "officer-questions"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    guard case .success(let found) = context.ledger, let ledger = found else { return [] }
    return try adjustments(ledger, context) + rates(ledger, context) + unspent(ledger, context)
  }

  /// Lines of an earlier period without a reason of their own, and costs that Annex 1 does not foresee
  /// without a remark.
  private static func adjustments(
    _ ledger: Ledger, _ context: PeriodContext
  ) throws -> [MissingItem] {
    let costs = Dictionary(
      uniqueKeysWithValues: try context.store.costs.all().map { ($0.code.description, $0) })
    let period = context.period.name
    return ledger.lines.filter { $0.charged == period }.compactMap { line in
      if line.isAdjustment,
        Self.usualReasons.contains(where: { line.reason?.hasPrefix($0) ?? true })
      {
        return MissingItem(
          line.source,
          "Adjustment of \(line.incurred) without a reason: \(line.euro), \(line.description).",
          command: "blues partner statement adjust \(quoted(line.partner)) \(quoted(line.source)) "
            + "--period \(period) --because \"…\"")
      }
      guard line.isForeseen == false, let cost = costs[line.source], cost.note == nil else {
        return nil
      }
      return MissingItem(
        line.source,
        "Not foreseen in Annex 1, without a reason: \(line.euro), \(line.description).",
        command: "blues partner cost set \(line.source) --note \"…\"")
    }
  }

  /// What the ledger says of a line for which no reason was given.
  private static let usualReasons = ["came after ", "declared later than incurred"]

  /// Partners whose cost of a person-month is far from the planned one, and who said nothing.
  private static func rates(_ ledger: Ledger, _ context: PeriodContext) throws -> [MissingItem] {
    let limit = try context.store.grantFigures.book().rule("monthly-rate").percent("share")
    let budget = try context.store.statements.budget().inForce
    let plan = try context.store.plannedEffort.plan()
    return try ledger.partners.compactMap { partner in
      let lines = ledger.lines.filter { line in
        line.partner == partner && line.charged == context.period.name
          && line.personMonths != nil
      }
      let months = lines.reduce(Fraction.zero) { $0 + ($1.personMonths ?? .zero) }
      let cents = lines.reduce(Int64(0)) { $0 + $1.euro.cents }
      let planned = plan.rows.filter { $0.partner == partner }.reduce(0) {
        $0 + $1.total.hundredths
      }
      let foreseen = budget.filter {
        $0.partner == partner && $0.category.hasPrefix(CostCategory.personnel)
      }.reduce(Int64(0)) { $0 + $1.cents }
      guard planned > 0, foreseen > 0,
        let actual = Fraction(Int128(cents)).divided(by: months),
        let expected = Fraction(Int128(foreseen) * 100, over: Int128(planned))
      else { return nil }
      let deviation = EffortDeviation(planned: expected, actual: actual)
      guard deviation.isBeyond(limit), let percent = deviation.text,
        try !isExplained(partner, context)
      else { return nil }
      func money(_ cents: Fraction) -> Money { Money(cents: Int64(clamping: cents.rounded())) }
      return MissingItem(
        partner,
        "A person-month cost \(money(actual)), planned \(money(expected)): \(percent) %, "
          + "\(deviation.word).",
        command: explain(partner, context))
    }
  }

  /// At the end: categories of a partner of which much is left, where nothing was said.
  private static func unspent(_ ledger: Ledger, _ context: PeriodContext) throws -> [MissingItem] {
    guard try context.store.periods.all().last == context.period else { return [] }
    let share = try context.store.grantFigures.book().rule("budget-alarm").percent("share")
    let budget = try context.store.statements.budget().inForce
    let pairs = Set(budget.map { [$0.partner, $0.category] })
    return try pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
      let (partner, category) = (pair[0], pair[1])
      let foreseen = budget.filter { $0.partner == partner && $0.category == category }
        .reduce(Int64(0)) { $0 + $1.cents }
      let declared = ledger.lines.filter { $0.partner == partner && $0.category == category }
        .reduce(Int64(0)) { $0 + $1.euro.cents }
      let left = foreseen - declared
      guard left > Money(cents: foreseen).times(share).cents, try !isExplained(partner, context)
      else { return nil }
      return MissingItem(
        "\(partner) \(category)",
        "Not spent: \(Money(cents: left)) of \(Money(cents: foreseen)).",
        command: explain(partner, context))
    }
  }

  private static func explain(_ partner: String, _ context: PeriodContext) -> String {
    "blues report text edit resources --period \(context.period.name) --partner \(quoted(partner))"
  }

  /// Whether the use of resources has words, of the partner or of the project.
  private static func isExplained(_ partner: String, _ context: PeriodContext) throws -> Bool {
    try context.store.reportTexts.all().contains { text in
      text.key.section == "resources" && text.key.period == context.period.name
        && [nil, partner].contains(text.key.partner)
    }
  }
}
