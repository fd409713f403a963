/// The invoices of costs, among which doubles are looked for.
struct CostInvoices {
  /// What of a cost tells its invoice from others.
  private struct Invoice {
    let code: Int
    let partner: String
    let supplier: String
    let amount: Int
  }

  /// By the folded number, the first cost that has it, and those after it.
  private var first: [String: Invoice] = [:]
  private var later: [String: [Invoice]] = [:]
  /// The folded names of suppliers, of which many costs are.
  private var suppliers: [String: String] = [:]

  /// Takes note of a cost.
  mutating func note(
    _ code: Int, of partner: String, supplier: String?, invoice: String?, amount: Int
  ) {
    guard let invoice else { return }
    let key = CostCategory.key(invoice)
    guard !key.isEmpty else { return }
    note(
      Invoice(code: code, partner: partner, supplier: folded(supplier), amount: amount), by: key)
  }

  /// Takes note of a cost, and answers the check that it does not pass beside the others.
  mutating func note(_ cost: CostLine) -> CostRule? {
    guard let invoice = cost.invoice else { return nil }
    let key = CostCategory.key(invoice)
    guard !key.isEmpty else { return nil }
    let own = Invoice(
      code: cost.code.number, partner: cost.partner, supplier: folded(cost.supplier),
      amount: cost.amount ?? 0)
    note(own, by: key)
    return double(of: own, by: key)?.rule
  }

  /// The number of the cost that another one may be declared twice with.
  func other(of cost: CostLine) -> Int? {
    guard let invoice = cost.invoice else { return nil }
    let own = Invoice(
      code: cost.code.number, partner: cost.partner,
      supplier: CostCategory.key(cost.supplier ?? ""), amount: cost.amount ?? 0)
    return double(of: own, by: CostCategory.key(invoice))?.code
  }

  private mutating func note(_ invoice: Invoice, by key: String) {
    guard let known = first[key] else { return first[key] = invoice }
    guard known.code != invoice.code,
      later[key]?.contains(where: { $0.code == invoice.code }) != true
    else { return }
    later[key, default: []].append(invoice)
  }

  private func double(of own: Invoice, by key: String) -> (rule: CostRule, code: Int)? {
    guard let first = first[key] else { return nil }
    let others = later[key] ?? []
    guard first.code != own.code || !others.isEmpty else { return nil }
    let all = ([first] + others).filter { $0.code != own.code }
    if let same = all.first(where: { $0.supplier == own.supplier && $0.amount == own.amount }) {
      return (.doubleInvoice, same.code)
    }
    // Different suppliers, or suppliers of different partners, may well use the same number.
    let near = all.first {
      $0.amount == own.amount || ($0.supplier == own.supplier && $0.partner == own.partner)
    }
    return near.map { (.sameNumber, $0.code) }
  }

  private mutating func folded(_ supplier: String?) -> String {
    guard let supplier else { return "" }
    if let known = suppliers[supplier] { return known }
    let key = CostCategory.key(supplier)
    suppliers[supplier] = key
    return key
  }
}
