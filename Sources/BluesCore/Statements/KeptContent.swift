internal import Basics
internal import Foundation

/// The JSON of a statement that a lock keeps, as it is read back.
struct KeptContent: Decodable {
  /// An amount with its currency.
  struct Amount: Decodable {
    let amount: String
    let currency: String

    func money() throws -> Money { try Money("\(amount) \(currency)") }
  }

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

  /// The costs of a category.
  struct Category: Decodable {
    let category: String
    let name: String
    let own: Amount
    let adjustments: Amount
    let total: Amount
  }

  /// An adjustment.
  struct Change: Decodable {
    let source: String
    let kind: String
    let category: String
    let workPackage: String?
    let incurredIn: String
    let amount: Amount
    let reason: String
  }

  /// A line of the use of resources.
  struct Resource: Decodable {
    let category: String
    let workPackage: String?
    let description: String
    let foreseen: Bool?
    let amount: Amount
  }

  /// Something to be looked at.
  struct Warning: Decodable {
    let rule: String
    let message: String
    let source: String
  }

  let project: String
  let partner: String
  let period: String
  let state: String
  let currencyRates: [Rate]
  let categories: [Category]
  let adjustments: [Change]?
  let directCosts: Amount
  let indirectBase: Amount
  let indirectRate: String
  let totalCosts: Amount
  let receipts: Amount
  let maximumContribution: Amount
  let requestedContribution: Amount
  let useOfResources: [Resource]
  let warnings: [Warning]
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
      project: project, partner: partner, period: period, state: state,
      rates: currencyRates.map {
        StatementContent.UsedRate(
          currency: $0.currency, average: $0.average, days: $0.days,
          from: $0.from.flatMap { Day(iso: $0) }, to: $0.to.flatMap { Day(iso: $0) },
          isSetByHand: $0.setByHand, period: $0.period)
      },
      categories: try categories.map {
        StatementContent.CategoryRow(
          category: $0.category, name: $0.name, own: try $0.own.money(),
          adjustments: try $0.adjustments.money(), total: try $0.total.money())
      }, adjustments: try (adjustments ?? []).map(Adjustment.init),
      figures: StatementContent.Figures(
        directCosts: try directCosts.money(), indirectBase: try indirectBase.money(),
        indirectRate: indirectRate, totalCosts: try totalCosts.money(),
        receipts: try receipts.money(), maximum: try maximumContribution.money(),
        requested: try requestedContribution.money()),
      resources: try useOfResources.map(UsedResource.init),
      warnings: warnings.map {
        StatementWarning(rule: $0.rule, message: $0.message, source: $0.source)
      }, page: try page ?? frame())
  }
}

extension Adjustment {
  fileprivate init(_ kept: KeptContent.Change) throws {
    source = kept.source
    kind = Kind(rawValue: kept.kind) ?? .cost
    category = kept.category
    workPackage = kept.workPackage.flatMap { try? WorkPackageCode($0).number }
    incurred = kept.incurredIn
    amount = try kept.amount.money()
    reason = kept.reason
  }
}

extension UsedResource {
  fileprivate init(_ kept: KeptContent.Resource) throws {
    self.init(
      category: kept.category,
      workPackage: kept.workPackage.flatMap { try? WorkPackageCode($0).number },
      description: kept.description, isForeseen: kept.foreseen, amount: try kept.amount.money())
  }
}
