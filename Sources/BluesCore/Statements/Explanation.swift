internal import Basics
package import Documents

/// The lines that make up a figure of a statement, with their arithmetic.
package struct Explanation: Sendable, Equatable {
  /// One line: a receipt, a month's work, or a figure that other lines make up.
  package struct Line: Sendable, Equatable {
    package let source: String
    package let description: String
    package let arithmetic: String
    package let amount: Money

    package static let fields: [Field<Line>] = [
      Field("source", "Source", rank: .key) { .text($0.source) },
      Field("description", "Description", rank: .main) { .text($0.description) },
      Field("arithmetic", "Arithmetic", rank: .main) { .text($0.arithmetic) },
      Field("amount", "Amount", kind: .amount) { .amount($0.amount) },
    ]
  }

  package let figure: String
  package let value: Money
  package let lines: [Line]
}

extension FinancialStatement {
  /// The figures that can be explained: the categories, and the sums below them.
  package var figures: [String] { categories.codes + Self.groupNames + Self.sums }

  private static let groupNames = [
    "personnel", "subcontracting", "third_parties", "other_direct", "indirect",
  ]

  /// What the columns of the summary call the groups of categories.
  static let groups = [
    "personnel": CostCategory.personnel, "subcontracting": CostCategory.subcontracting,
    "third_parties": CostCategory.support, "other_direct": CostCategory.other,
    "indirect": CostCategory.indirect,
  ]

  private static let sums = [
    "direct_costs", "indirect_base", "total_costs", "maximum_contribution",
    "requested_contribution",
  ]

  /// How a figure comes about, down to the receipt.
  ///
  /// - Throws: `LedgerProblem.noFigure` for a name that the statement does not have.
  package func explanation(of name: String) throws(LedgerProblem) -> Explanation {
    if let category = categories.all.first(where: { $0.code.asciiRaised == name.asciiRaised }) {
      return explanation(of: category)
    }
    let group = Self.groups[name.lowercased()] ?? name.asciiRaised
    let grouped = sums.filter { $0.category.group == group }
    if !grouped.isEmpty {
      return explanation(name, Money(cents: grouped.reduce(0) { $0 + $1.total }), grouped)
    }
    switch name {
    case "direct_costs":
      return explanation(name, directCosts, sums.filter { !$0.category.isIndirect })
    case "indirect_base":
      return explanation(name, indirectBase, sums.filter(\.category.isInBase))
    case "total_costs": return explanation(name, totalCosts, sums)
    case "maximum_contribution": return maximum(name)
    case "requested_contribution":
      let maximum = maximum(name)
      return Explanation(figure: name, value: requestedContribution, lines: maximum.lines + told)
    default: throw .noFigure(name, known: figures)
    }
  }

  private func explanation(of category: CostCategory) -> Explanation {
    let sum = sums.first { $0.category == category }
    guard category.isIndirect else {
      return Explanation(
        figure: category.code, value: Money(cents: sum?.total ?? 0),
        lines: lines.filter { $0.category == category.code }.map(Self.line))
    }
    let parts: [(String, Int64, Int64)] = [
      ("own", base(\.own), sum?.own ?? 0),
      ("adjustments", base(\.adjustments), sum?.adjustments ?? 0),
    ]
    let rates = parts.filter { $0.1 != 0 || $0.0 == "own" }.map { name, base, amount in
      Explanation.Line(
        source: name, description: "Flat rate on \(name == "own" ? "own costs" : name) in the base",
        arithmetic: "\(categories.indirectRate) x \(Money(cents: base)) = \(Money(cents: amount))",
        amount: Money(cents: amount))
    }
    return Explanation(figure: category.code, value: Money(cents: sum?.total ?? 0), lines: rates)
  }

  private func base(_ part: KeyPath<CategorySum, Int64>) -> Int64 {
    sums.filter(\.category.isInBase).reduce(0) { $0 + $1[keyPath: part] }
  }

  /// A figure that adds up categories: their lines, and indirect costs as one.
  private func explanation(
    _ name: String, _ value: Money, _ parts: [CategorySum]
  ) -> Explanation {
    let codes = Set(parts.map(\.category.code))
    let indirect = parts.filter { $0.category.isIndirect }.flatMap { sum in
      explanation(of: sum.category).lines
    }
    return Explanation(
      figure: name, value: value,
      lines: lines.filter { codes.contains($0.category) }.map(Self.line) + indirect)
  }

  private func maximum(_ name: String) -> Explanation {
    let lines = contributions.filter { !$0.costs.isZero }.map { rate, costs, contribution in
      let codes = sums.filter { $0.category.rate == rate && $0.total != 0 }.map(\.category.code)
      return Explanation.Line(
        source: codes.joined(separator: " + "), description: "Costs paid at \(rate)",
        arithmetic: "\(rate) x \(costs) = \(contribution)", amount: contribution)
    }
    return Explanation(figure: name, value: maximumContribution, lines: lines)
  }

  /// What the partner said, where it asks for less.
  private var told: [Explanation.Line] {
    let less = requestedContribution.cents - maximumContribution.cents
    guard less != 0 else { return [] }
    return [
      Explanation.Line(
        source: partner, description: "The partner asks for less",
        arithmetic: "\(requestedContribution) - \(maximumContribution)", amount: Money(cents: less))
    ]
  }

  private static func line(_ line: LedgerLine) -> Explanation.Line {
    Explanation.Line(
      source: line.source,
      description: line.isAdjustment
        ? "\(line.description) (adjustment of \(line.incurred))" : line.description,
      arithmetic: line.arithmetic, amount: line.euro)
  }
}
