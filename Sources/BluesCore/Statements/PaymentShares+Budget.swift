internal import GRDB

extension PaymentShares {
  /// The shares of the project: those of the partners in the contribution of the budget in force, or
  /// equal ones where there is no budget, and those that are set otherwise.
  package static func of(_ store: Store) throws -> PaymentShares {
    let partners = try store.partners.all().filter { $0.role != .associated }.map(\.code.text)
    let hasCategories = try store.read { try Programme.of($0).costCategories != nil }
    let set = try store.setShares.all()
    guard hasCategories else { return equal(partners).setting(set) }
    let (budget, categories) = (try store.statements.budget(), try store.costCategories())
    return (PaymentShares(budget, categories, partners: partners) ?? equal(partners))
      .setting(set)
  }

  /// The shares of a budget; nil where it has no contribution.
  init?(_ budget: BudgetTable, _ categories: CostCategories, partners: [String]) {
    let weights = budget.contributions(categories)
    guard weights.values.contains(where: { $0 > 0 }) else { return nil }
    let version = budget.newest == 0 ? "as signed" : "with amendment \(budget.newest)"
    self.init(
      partners.map { Share(partner: $0, weight: Int(max(0, weights[$0] ?? 0))) },
      source: "The shares are those of the contribution in the budget \(version).")
  }
}

extension BudgetTable {
  /// What the grant pays at most of the budget in force, by partner, in cents.
  func contributions(_ categories: CostCategories) -> [String: Int64] {
    let lines = inForce + BudgetView.indirect(inForce, categories)
    return Dictionary(grouping: lines, by: \.partner).mapValues { lines in
      Dictionary(grouping: lines) { categories[$0.category]?.rate ?? categories.costRate }
        .reduce(Int64(0)) { total, group in
          total + Money(cents: group.value.reduce(0) { $0 + $1.cents }).times(group.key).cents
        }
    }
  }
}

extension PaymentFigures {
  /// The figures of a project as it is; a payment of a later day than today is not made yet.
  package static func of(_ store: Store) throws -> PaymentFigures {
    let (book, coordinator) = try store.read { db in
      (try RuleBook.inForce(db), try Partner.coordinator(db))
    }
    func rule(_ id: String) -> Rule? { book.rules.first { $0.id == id } }
    return try PaymentFigures(
      store.grantPayments.made(), .of(store), coordinator: coordinator,
      maximum: rule("maximum-grant")?.money("amount"),
      ceilingShare: rule("payment-ceiling")?.percent("share"))
  }
}
