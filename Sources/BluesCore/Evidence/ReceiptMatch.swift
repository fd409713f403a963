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

  /// How well a file's name that has the number fits: the length of the number, the words of the supplier,
  /// the day.
  func fit(_ name: ReceiptName) -> [Int] {
    let hasDay = costs.contains { name.has($0.incurredOn) || name.has($0.paidOn) }
    return [invoice.length, name.words(of: supplier), hasDay ? 1 : 0]
  }
}

/// The invoices of some costs, to be found by the names of files.
struct InvoiceIndex {
  private let invoices: [Invoiced]
  private var places: [String: [Int]] = [:]
  private var costs: [Int: CostLine] = [:]
  /// The costs that note a file, by its path and by its name.
  private var noted: [String: [CostLine]] = [:]

  init(_ costs: [CostLine]) {
    invoices = Invoiced.all(costs)
    for (place, invoice) in invoices.enumerated() {
      for key in invoice.invoice.keys { places[key, default: []].append(place) }
    }
    for cost in costs {
      self.costs[cost.code.number] = cost
      guard let place = cost.evidence, NotedPlace.isPath(place) else { continue }
      let keys = Self.keys(of: place)
      noted[keys.path, default: []].append(cost)
      if keys.name != keys.path { noted[keys.name, default: []].append(cost) }
    }
  }

  /// A path as it is noted, and the name alone, which no path is.
  private static func keys(of path: String) -> (path: String, name: String) {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return (plain, "/" + (plain.split(separator: "/").last ?? ""))
  }

  /// What a file is the receipt of: of costs that note it, by its path before its name, else of the
  /// invoice whose number its name has.
  func match(_ file: String, at path: String) -> ReceiptMatch {
    let keys = Self.keys(of: path)
    if let found = noted[keys.path] { return .costs(found) }
    if let found = noted[keys.name] {
      return Set(found.compactMap(\.evidence)).count == 1 ? .costs(found) : .ambiguous(found)
    }
    let name = ReceiptName(FolderListing.stem(of: file))
    let found = Set(name.numbers.flatMap { places[$0] ?? [] }).sorted()
    let fits = found.map { (invoice: invoices[$0], fit: invoices[$0].fit(name)) }
    guard let best = fits.map(\.fit).max(by: { $0.lexicographicallyPrecedes($1) }) else {
      return name.cost.flatMap { costs[$0] }.map { ReceiptMatch.costs([$0]) } ?? ReceiptMatch.none
    }
    let chosen = fits.filter { $0.fit == best }.map(\.invoice)
    return chosen.count == 1 ? .costs(chosen[0].costs) : .ambiguous(chosen.flatMap(\.costs))
  }
}

/// What a file of a folder is the receipt of.
enum ReceiptMatch {
  case costs([CostLine])
  /// Several invoices that its name fits equally well.
  case ambiguous([CostLine])
  case none
}
