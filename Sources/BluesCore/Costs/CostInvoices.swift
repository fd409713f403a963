/// The invoices of costs, among which doubles are looked for.
struct CostInvoices {
  /// What of a cost tells its invoice from others.
  private struct Invoice {
    let code: Int
    /// Of the name, and of the supplier's name as it is compared.
    let partner: Int
    let supplier: Int
    let amount: Int

    init(_ code: Int, _ partner: String, _ supplier: String?, _ amount: Int) {
      self.code = code
      self.partner = partner.hashValue
      self.supplier = CostCategory.key(supplier ?? "").hashValue
      self.amount = amount
    }
  }

  private var invoices: [Invoice] = []
  /// By the digest of the folded number, the place of the first that has it, and those after it.
  private var first = DigestTable()
  private var later: [Int64: [Invoice]] = [:]

  /// Takes note of a cost.
  mutating func note(
    _ code: Int, of partner: String, supplier: String?, invoice: String?, amount: Int
  ) {
    guard let key = Self.key(invoice) else { return }
    note(Invoice(code, partner, supplier, amount), by: key)
  }

  /// Takes note of a cost, and answers the check that it does not pass beside the others.
  mutating func note(_ cost: CostLine) -> CostRule? {
    guard let key = Self.key(cost.invoice) else { return nil }
    let own = Invoice(cost.code.number, cost.partner, cost.supplier, cost.amount ?? 0)
    return note(own, by: key) ? nil : double(of: own, by: key)?.rule
  }

  /// The number of the cost that another one may be declared twice with.
  func other(of cost: CostLine) -> Int? {
    guard let key = Self.key(cost.invoice) else { return nil }
    return double(
      of: Invoice(cost.code.number, cost.partner, cost.supplier, cost.amount ?? 0), by: key)?.code
  }

  /// The digest of a number; nil for none.
  private static func key(_ invoice: String?) -> Int64? {
    guard let invoice else { return nil }
    let key = CostCategory.key(invoice)
    return key.isEmpty ? nil : Int64(key.hashValue)
  }

  /// Answers whether it is the first of its number.
  @discardableResult
  private mutating func note(_ invoice: Invoice, by key: Int64) -> Bool {
    guard let known = first.add(Int64(invoices.count), key).map({ invoices[Int($0)] }) else {
      invoices.append(invoice)
      return true
    }
    guard known.code != invoice.code,
      later[key]?.contains(where: { $0.code == invoice.code }) != true
    else { return false }
    later[key, default: []].append(invoice)
    return false
  }

  private func double(of own: Invoice, by key: Int64) -> (rule: CostRule, code: Int)? {
    guard let first = first[key].map({ invoices[Int($0)] }) else { return nil }
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
}
