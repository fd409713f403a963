internal import Basics

/// Costs of one invoice, which have their receipt in common.
struct Invoiced {
  let costs: [CostLine]
  let invoice: ReceiptName
  let supplier: ReceiptName

  /// The invoices of costs, in the order of their first lines.
  static func all(_ costs: [CostLine]) -> [Invoiced] {
    var groups: [String: [CostLine]] = [:]
    var order: [String] = []
    for cost in costs {
      guard let invoice = cost.invoice else { continue }
      let key = [
        cost.partner, CostCategory.key(cost.supplier ?? ""), CostCategory.key(invoice),
      ].joined(separator: "|")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(cost)
    }
    return order.compactMap { groups[$0] }.map { costs in
      Invoiced(
        costs: costs, invoice: ReceiptName(costs[0].invoice ?? ""),
        supplier: ReceiptName(costs[0].supplier ?? ""))
    }
  }

  /// How well a file's name fits: the length of the number, the words of the supplier, the day.
  func fit(_ name: ReceiptName) -> [Int]? {
    guard let length = name.length(of: invoice) else { return nil }
    let hasDay = costs.contains { name.has($0.incurredOn) || name.has($0.paidOn) }
    return [length, name.words(of: supplier), hasDay ? 1 : 0]
  }
}

/// What a file of a folder is the receipt of.
enum ReceiptMatch {
  case costs([CostLine])
  /// Several invoices that its name fits equally well.
  case ambiguous([CostLine])
  case none

  /// Finds the costs that a file's name means, among those of a partner or of all.
  init(_ file: String, _ invoices: [Invoiced], _ costs: [CostLine]) {
    let name = ReceiptName(FolderListing.stem(of: file))
    let fits = invoices.compactMap { invoice in invoice.fit(name).map { (invoice, $0) } }
    guard let best = fits.map(\.1).max(by: { $0.lexicographicallyPrecedes($1) }) else {
      let named = costs.first { $0.code.number == name.cost }
      self = named.map { .costs([$0]) } ?? .none
      return
    }
    let found = fits.filter { $0.1 == best }.map(\.0)
    self =
      found.count == 1 ? .costs(found[0].costs) : .ambiguous(found.flatMap(\.costs))
  }
}
