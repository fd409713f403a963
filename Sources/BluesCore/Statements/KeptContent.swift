internal import Basics
internal import Foundation

/// The JSON of a statement that a lock keeps, as it is read back.
struct KeptContent: Decodable {
  /// The rate of a currency in a period.
  struct Rate: Decodable {
    let currency: String
    let average: String?
    let days: Int
    let from: String?
    let to: String?
    let setByHand: Bool
    let period: String
  }

  /// An adjustment.
  struct Change: Decodable {
    let source: String
    let kind: String
    let category: String
    let workPackage: String?
    let incurredIn: String
    let amount: Money
    let reason: String
  }

  /// A line of the use of resources.
  struct Resource: Decodable {
    let category: String
    let workPackage: String?
    let description: String
    let foreseen: Bool?
    let amount: Money
  }

  let project: String
  let partner: String
  let legalName: String?
  let period: String
  let state: String
  let currencyRates: [Rate]
  let categories: [StatementContent.CategoryRow]
  let adjustments: [Change]?
  let directCosts: Money
  let indirectBase: Money
  let indirectRate: String
  let totalCosts: Money
  let receipts: Money
  let maximumContribution: Money
  let requestedContribution: Money
  let useOfResources: [Resource]
  let warnings: [StatementWarning]
  let page: StatementFrame?

  /// - Throws: `FrozenProblem.unreadable` for a content that is not that of a statement.
  static func read(_ frozen: FrozenDocument) throws -> KeptContent {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(KeptContent.self, from: Data(frozen.content.utf8))
    } catch {
      throw FrozenProblem.unreadable(frozen.kind, period: frozen.period)
    }
  }

  /// The statement; locks of earlier versions keep no frame, which is then that of now.
  func content(or frame: @autoclosure () throws -> StatementFrame) throws -> StatementContent {
    StatementContent(
      project: project, partner: partner, legalName: legalName, period: period, state: state,
      rates: currencyRates.map {
        StatementContent.UsedRate(
          currency: $0.currency, average: $0.average, days: $0.days,
          from: $0.from.flatMap { Day(iso: $0) }, to: $0.to.flatMap { Day(iso: $0) },
          isSetByHand: $0.setByHand, period: $0.period)
      },
      categories: categories, adjustments: (adjustments ?? []).map(Adjustment.init),
      figures: StatementContent.Figures(
        directCosts: directCosts, indirectBase: indirectBase,
        indirectRate: indirectRate, totalCosts: totalCosts,
        receipts: receipts, maximum: maximumContribution,
        requested: requestedContribution),
      resources: useOfResources.map(UsedResource.init), warnings: warnings,
      page: try page ?? frame())
  }
}

extension Adjustment {
  fileprivate init(_ kept: KeptContent.Change) {
    source = kept.source
    kind = Kind(rawValue: kept.kind) ?? .cost
    category = kept.category
    workPackage = kept.workPackage.flatMap { try? WorkPackageCode($0).number }
    incurred = kept.incurredIn
    amount = kept.amount
    reason = kept.reason
  }
}

extension UsedResource {
  fileprivate init(_ kept: KeptContent.Resource) {
    self.init(
      category: kept.category,
      workPackage: kept.workPackage.flatMap { try? WorkPackageCode($0).number },
      description: kept.description, isForeseen: kept.foreseen, amount: kept.amount)
  }
}

extension Money: Decodable {
  /// The names of its parts.
  private enum Part: CodingKey {
    case amount, currency
  }

  /// Reads an amount with its currency, as the JSON of a statement has it.
  package init(from decoder: any Decoder) throws {
    let parts = try decoder.container(keyedBy: Part.self)
    let amount = try parts.decode(String.self, forKey: .amount)
    let currency = try parts.decode(String.self, forKey: .currency)
    try self.init("\(amount) \(currency)")
  }
}
