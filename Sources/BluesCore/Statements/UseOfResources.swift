package import Documents

/// A line of the explanation of the use of resources.
package struct UsedResource: Sendable, Equatable {
  package let category: String
  package let workPackage: Int?
  package let description: String
  package let isForeseen: Bool?
  package let amount: Money

  package static let fields: [Field<UsedResource>] = [
    Field("category", "Category", kind: .form("cost category")) { .text($0.category) },
    Field("work_package", "WP", kind: .form("work package")) {
      .text(orEmpty: $0.workPackage.map { "WP\($0)" })
    },
    Field("description", "Description", rank: .main) { .text($0.description) },
    Field("foreseen", "Foreseen", kind: .flag) { $0.isForeseen.map { .flag($0) } ?? .empty },
    Field("amount", "Amount", kind: .amount) { .amount($0.amount) },
  ]
}

extension FinancialStatement {
  /// Person-months by work package, every subcontract, every payment to a third party, and the major
  /// items of other direct costs.
  ///
  /// Above a share of the personnel costs, other direct costs are listed from the largest on until what
  /// remains is within the share.
  package func useOfResources(share: Percent) -> [UsedResource] {
    let groups = { (line: LedgerLine) in String(line.category.prefix(1)) }
    let listed = lines.filter {
      groups($0) == CostCategory.subcontracting || groups($0) == CostCategory.support
    }
    return personnel + listed.map(Self.item) + other(share)
  }

  private var personnel: [UsedResource] {
    let work = lines.filter { $0.category.hasPrefix(CostCategory.personnel) }
    return Dictionary(grouping: work, by: Key.init).sorted { $0.key < $1.key }.map { key, own in
      let months = own.compactMap(\.personMonths).reduce(.zero, +)
      return UsedResource(
        category: key.category, workPackage: key.workPackage,
        description: key.isEffort
          ? "\(months.text(decimals: 2)) person-months" : "Costs of personnel without hours",
        isForeseen: nil, amount: Money(cents: own.reduce(0) { $0 + $1.euro.cents }))
    }
  }

  /// A category and a work package, in that order, with the hours before what was typed.
  private struct Key: Hashable, Comparable {
    let category: String
    let workPackage: Int?
    let isEffort: Bool

    init(_ line: LedgerLine) {
      category = line.category
      workPackage = line.workPackage
      isEffort = line.personMonths != nil
    }

    private var order: (String, Int, Int) { (category, workPackage ?? .max, isEffort ? 0 : 1) }

    static func < (one: Key, other: Key) -> Bool { one.order < other.order }
  }

  private func other(_ share: Percent) -> [UsedResource] {
    let items = lines.filter { $0.category.hasPrefix(CostCategory.other) }
      .sorted { ($1.euro.cents, $0.source) < ($0.euro.cents, $1.source) }
    let limit = total(of: CostCategory.personnel).times(share).cents
    var left = items.reduce(0) { $0 + $1.euro.cents }
    var listed: [UsedResource] = []
    var rest = items[...]
    while left > limit, let item = rest.first {
      listed.append(Self.item(item))
      left -= item.euro.cents
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return listed }
    return listed + [
      UsedResource(
        category: CostCategory.other, workPackage: nil,
        description: listed.isEmpty ? "Other direct costs" : "Remaining direct costs",
        isForeseen: nil, amount: Money(cents: left))
    ]
  }

  private static func item(_ line: LedgerLine) -> UsedResource {
    UsedResource(
      category: line.category, workPackage: line.workPackage,
      description: [line.description, line.party].compactMap(\.self).filter { !$0.isEmpty }
        .reduce("") { $0.isEmpty ? $1 : $0.contains($1) ? $0 : "\($0), \($1)" }
        + (line.amount.cents < 0 ? " (credit note)" : ""),
      isForeseen: line.isForeseen, amount: line.euro)
  }
}
