package import Documents

/// How category C, financial support to third parties, stands against its budget.
package struct SupportBudget: Sendable, Equatable {
  /// What the grant agreement has for it, where it was told.
  package let ceiling: Money?
  /// Paid, or agreed and still to be paid.
  package let committed: Money
  package let paid: Money
  /// Exchanges that are to be funded and have no amount yet.
  package let withoutAmount: Int

  package init(ceiling: Money?, payments: [Payment]) throws(PaymentProblem) {
    if let ceiling, ceiling.currency != .eur { throw .budgetCurrency(ceiling) }
    self.ceiling = ceiling
    do throws(MoneyProblem) {
      paid = try Money.sum(payments.compactMap(\.paid))
      committed = try Money.sum(payments.compactMap { $0.paid ?? $0.agreed })
    } catch { throw .money(error) }
    withoutAmount = payments.filter { $0.agreed == nil && $0.paid == nil }.count
  }

  /// What is left of the budget; negative when it is overdrawn.
  package var remaining: Money? {
    ceiling.map { Money(cents: $0.cents - committed.cents) }
  }

  package var open: Money { Money(cents: committed.cents - paid.cents) }
  package var isOverdrawn: Bool { remaining.map { $0.cents < 0 } ?? false }

  package var facts: Facts {
    var items = [
      Fact("committed", "Committed", .amount(committed)),
      Fact("paid", "Paid", .amount(paid)), Fact("open", "Still to pay", .amount(open)),
    ]
    if let remaining {
      items.insert(Fact("budget", "Budget of category C", .amount(ceiling)), at: 0)
      items.append(Fact("remaining", "Remaining", .amount(remaining)))
      items.append(
        Fact(
          "standing", "Standing",
          isOverdrawn ? .state("overdrawn", .bad) : .state("within the budget", .good)))
    }
    if withoutAmount > 0 {
      items.append(Fact("without_amount", "Without an amount", .integer(withoutAmount)))
    }
    return Facts(key: "totals", items)
  }
}
