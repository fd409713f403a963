package import Basics

/// Money that moves into a line of the budget, or out of it: `NP D.1 WP3 -2000`.
package struct BudgetTransfer: Sendable, Equatable {
  package let partner: String
  package let category: String
  package let workPackage: Int?
  package let cents: Int64

  /// Reads transfers between commas.
  ///
  /// - Throws: `TransferProblem` for one that is not a partner, a category, perhaps a work package, and
  ///   an amount.
  package static func read(
    _ text: String, partners: [String], _ categories: CostCategories
  ) throws(TransferProblem) -> [BudgetTransfer] {
    var transfers: [BudgetTransfer] = []
    for part in text.listedParts {
      let words = part.split(separator: " ").map(String.init)
      guard (3...4).contains(words.count), let last = words.last,
        let partner = partners.first(where: { $0.asciiRaised == words[0].asciiRaised }),
        let category = categories.meant(by: words[1])
      else { throw .unreadable(part.trimmed) }
      let package = words.count == 4 ? try? WorkPackageCode(typed: words[2]) : nil
      guard words.count == 3 || package != nil else { throw .unreadable(part.trimmed) }
      let amount = try WrittenAmount(
        typed: last, unreadable: TransferProblem.unreadable(part.trimmed)
      ) { .amount($0) }
      transfers.append(
        BudgetTransfer(
          partner: partner, category: category.code, workPackage: package?.number,
          cents: Int64(amount.cents)))
    }
    return transfers
  }
}

/// Why a text is not a transfer in the budget.
package enum TransferProblem: Problem, Equatable {
  case unreadable(String)
  case amount(MoneyProblem)
  case noVersion(String, newest: Int)
  /// A line with what it would have.
  case belowZero(String, Money)

  package var message: String {
    switch self {
    case .unreadable(let text): "Not a transfer in the budget: \(text)."
    case .amount(let problem): problem.message
    case .belowZero(let line, let left): "The line \(line) would be below zero: \(left)."
    case .noVersion(let text, _): "Unknown version of the budget: \(text)."
    }
  }

  package var hint: String? {
    switch self {
    case .amount(let problem): problem.hint
    case .unreadable: "write it as \"NP D.1 WP3 -2000.00, AV D.1 WP3 +2000.00\""
    case .belowZero: "a line can lose at most what it has: blues partner budget list"
    case .noVersion(_, let newest): "known: 0 to \(newest)"
    }
  }

  package var kind: ProblemKind { .usage }
}

extension BudgetTable {
  /// The lines of one version.
  package func version(_ number: Int) -> [Entry] { entries.filter { $0.amendment == number } }

  /// The version in force with money moved, as if that were signed.
  package func moving(_ transfers: [BudgetTransfer]) -> BudgetTable {
    let moved = transfers.map { transfer in
      Entry(
        partner: transfer.partner, category: transfer.category,
        workPackage: transfer.workPackage, cents: transfer.cents, amendment: newest)
    }
    return BudgetTable(entries: entries + moved)
  }
}

extension BudgetView {
  /// What a change of the budget asks for: which categories and partners gain or lose, and where an
  /// amendment is needed.
  package static func notes(
    from before: [BudgetTable.Entry], to now: [BudgetTable.Entry], _ categories: CostCategories
  ) -> [String] {
    func changes(_ key: (BudgetTable.Entry) -> String) -> [(key: String, cents: Int64)] {
      var sums: [String: Int64] = [:]
      for entry in now { sums[key(entry), default: 0] += entry.cents }
      for entry in before { sums[key(entry), default: 0] -= entry.cents }
      return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { (key: $0.key, cents: $0.value) }
    }
    var notes: [String] = []
    for (code, cents) in changes(\.category) where cents > 0 {
      let category = categories[code]
      if let category, category.rate > categories.costRate {
        notes.append(
          "Category \(code) gains \(Money(cents: cents)) and is paid at \(category.rate): that needs "
            + "an amendment.")
      } else if category?.group == CostCategory.subcontracting {
        notes.append(
          "Subcontracting gains \(Money(cents: cents)): what Annex 1 does not foresee needs an "
            + "amendment, or is at your own risk.")
      }
    }
    let partners = changes(\.partner)
    let direct = partners.reduce(0) { $0 + $1.cents }
    if !partners.isEmpty {
      let told = partners.map {
        "\($0.key) \($0.cents > 0 ? "+" : "")\(Money(cents: $0.cents).decimal)"
      }
      notes.append(
        direct == 0
          ? "Between partners: \(told.joined(separator: ", ")). No amendment is needed while the work "
            + "of Annex 1 stays as it is."
          : "By partner: \(told.joined(separator: ", ")). The sum does not stay the same: that needs an "
            + "amendment.")
    }
    let total =
      (now + indirect(now, categories)).reduce(0) { $0 + $1.cents }
      - (before + indirect(before, categories)).reduce(0) { $0 + $1.cents }
    if total != 0 {
      let rest = total == direct ? "" : ", with indirect costs"
      notes.append("The whole budget changes by \(Money(cents: total))\(rest).")
    }
    return notes
  }
}
