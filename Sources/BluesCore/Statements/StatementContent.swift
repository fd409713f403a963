internal import Basics
internal import Documents

/// What a financial statement says, worked out of the ledger or as a lock keeps it.
struct StatementContent {
  /// The rate by which a currency became euro in a period.
  struct UsedRate {
    let currency: String
    let average: String?
    let days: Int
    let from: Day?
    let to: Day?
    let isSetByHand: Bool
    let period: String
  }

  /// The costs of one category.
  struct CategoryRow: Decodable {
    let category: String
    let name: String
    let own: Money
    let adjustments: Money
    let total: Money
  }

  /// The figures below the categories.
  struct Figures {
    let directCosts: Money
    let indirectBase: Money
    let indirectRate: String
    let totalCosts: Money
    let receipts: Money
    let maximum: Money
    let requested: Money
  }

  let project: String
  let partner: String
  /// Nil in what locks of earlier versions keep.
  let legalName: String?
  let period: String
  let state: String
  let rates: [UsedRate]
  let categories: [CategoryRow]
  let adjustments: [Adjustment]
  let figures: Figures
  let resources: [UsedResource]
  let warnings: [StatementWarning]
  let page: StatementFrame

  /// The statement as a document; what is said first belongs to a locked one.
  func document(_ opening: [Block] = [], besides data: [Block] = []) -> Document {
    Document(
      schema: "blues.financial-statement/1",
      title: "Financial statement of \(project): \(partner), \(period)", subtitle: page.subtitle,
      blocks: opening
        + [
          .facts(
            Facts(
              [
                Fact("project", "Project", .text(project)),
                Fact("partner", "Partner", .text(partner)),
              ]
                + (legalName.map { [Fact("legal_name", "Legal name", .text($0))] } ?? []) + [
                  Fact("period", "Period", .text(period)),
                  // What a lock keeps stays as it is, whatever the period is since.
                  Fact("state", opening.isEmpty ? "State" : "State at the lock", .text(state)),
                ])),
          .section("Exchange rates"),
          .table(
            Table(
              noun: "currency_rates", emptySentence: "All costs are in EUR.",
              fields: UsedRate.fields, rows: rates)),
          .section("Costs by category"), .table(categoryTable.main),
        ] + page.notes.map { Block.note($0, .muted) }.explained + adjustmentBlocks
        + [
          .section("Contribution"), .facts(contribution), .section("Use of resources"),
          .table(
            Table(
              noun: "use_of_resources", emptySentence: "No costs.", fields: UsedResource.fields,
              rows: resources)),
          .section("To be looked at"),
          .table(
            Table(
              noun: "warnings", emptySentence: "Nothing.", fields: StatementWarning.fields,
              rows: warnings)),
        ] + data)
  }

  private var categoryTable: Table {
    func sum(_ part: (CategoryRow) -> Money) -> Cell {
      .amount(Money(cents: categories.reduce(0) { $0 + part($1).cents }))
    }
    return Table(
      noun: "categories", fields: CategoryRow.fields, rows: categories,
      total: [
        .text("Total"), .empty, sum(\.own), sum(\.adjustments), .amount(figures.totalCosts),
      ])
  }

  /// The adjustments; of a statement without any, only programs read it.
  private var adjustmentBlocks: [Block] {
    guard !adjustments.isEmpty else { return [.data("adjustments", .array([]))] }
    return [
      .section("Adjustments"),
      .table(Table(noun: "adjustments", fields: Adjustment.fields, rows: adjustments)),
    ]
  }

  private var contribution: Facts {
    Facts([
      Fact("direct_costs", "Direct costs", .amount(figures.directCosts)),
      Fact("indirect_base", "Base of indirect costs", .amount(figures.indirectBase)),
      Fact("indirect_rate", "Rate", .text(figures.indirectRate)),
      Fact("total_costs", "Total costs", .amount(figures.totalCosts)),
      Fact("receipts", "Receipts", .amount(figures.receipts)),
      Fact("maximum_contribution", "Maximum contribution", .amount(figures.maximum)),
      Fact("requested_contribution", "Requested contribution", .amount(figures.requested)),
    ])
  }
}

extension StatementContent.UsedRate {
  fileprivate static let fields: [Field<Self>] = [
    Field("currency", "Currency", rank: .key) { .text($0.currency) },
    Field("average", "Average") { .text(orEmpty: $0.average) },
    Field("days", "Days", kind: .number) { .integer($0.days) },
    Field("from", "From", kind: .day) { .day(orEmpty: $0.from) },
    Field("to", "To", kind: .day) { .day(orEmpty: $0.to) },
    Field("set_by_hand", "By hand", kind: .flag) { .flag($0.isSetByHand) },
    Field("period", "Period") { .text($0.period) },
  ]
}

extension StatementContent.CategoryRow {
  static let fields: [Field<Self>] = [
    Field("category", "Category", rank: .key) { .text($0.category) },
    Field("name", "Name", rank: .main) { .text($0.name) },
    Field("own", "Own", kind: .amount) { .amount($0.own) },
    Field("adjustments", "Adjustments", kind: .amount) { .amount($0.adjustments) },
    Field("total", "Total", kind: .amount) { .amount($0.total) },
  ]

  init(_ sum: FinancialStatement.CategorySum) {
    self.init(
      category: sum.category.code, name: sum.category.name, own: Money(cents: sum.own),
      adjustments: Money(cents: sum.adjustments), total: Money(cents: sum.total))
  }
}

extension StatementContent.Figures {
  init(_ statement: FinancialStatement) {
    self.init(
      directCosts: statement.directCosts, indirectBase: statement.indirectBase,
      indirectRate: statement.categories.indirectRate.description,
      totalCosts: statement.totalCosts, receipts: statement.receipts,
      maximum: statement.maximumContribution, requested: statement.requestedContribution)
  }
}
