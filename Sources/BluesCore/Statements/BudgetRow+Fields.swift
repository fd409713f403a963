internal import Documents

extension BudgetRow {
  static let changes: [Field<BudgetRow>] = [
    Field("before", "Before", "What the other version has.", kind: .amount, rank: .key) {
      .amount(Money(cents: $0.before))
    },
    Field("change", "Change", "The budget less what was before.", kind: .amount) {
      .amount(Money(cents: $0.budget - $0.before))
    },
  ]

  static let figures: [Field<BudgetRow>] = [
    Field("budget", "Budget", "What the grant has.", kind: .amount) {
      .amount(Money(cents: $0.budget))
    },
    Field("declared", "Declared", "What is declared.", kind: .amount) {
      .amount(Money(cents: $0.declared))
    },
    Field("committed", "Committed", "Agreed and not yet paid.", kind: .amount, rank: .usual) {
      .amount(Money(cents: $0.committed))
    },
    Field(
      "estimated", "Estimated", "Expected in months without costs yet.", kind: .amount, rank: .usual
    ) {
      .amount(Money(cents: $0.estimated))
    },
    Field("left", "Left", "What is left of the budget.", kind: .amount) { .amount($0.left) },
    Field(
      "share_used", "Used %", "Declared and committed, in per cent of it.", kind: .number,
      rank: .wanted
    ) {
      $0.used.map { .decimal(hundredthsText($0)) } ?? .empty
    },
    Field(
      "time_elapsed", "Time %", "The days that are over, in per cent.", kind: .number, rank: .usual
    ) {
      .decimal(hundredthsText(Int($0.elapsed.rounded(toParts: 10_000))))
    },
    Field(
      "projected", "Projected", "Declared, committed and estimated.", kind: .amount, rank: .usual
    ) {
      .amount($0.projected)
    },
    Field("lapses", "Lapses", "What of the budget is not used then.", kind: .amount, rank: .usual) {
      .amount($0.lapses)
    },
    Field("trend", "Trend", "At the end, where it goes on as it did.", kind: .amount, rank: .minor)
    {
      .amount($0.trend)
    },
    Field(
      "alarm", "Alarm",
      "overdrawn; exceeds or lapses by the estimates; ahead or behind by the trend.",
      kind: .words(of: Alarm.self)
    ) { row in
      row.alarm.map { .state($0.rawValue, [.behind, .lapses].contains($0) ? .warning : .bad) }
        ?? .empty
    },
  ]
}
