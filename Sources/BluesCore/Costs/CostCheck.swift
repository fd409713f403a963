internal import Basics
internal import GRDB

/// Checks costs against the project, the budget and one another.
final class CostCheck {
  let project: Project
  private let periods: ReportingPeriods
  private let rates: LedgerRates
  private let categories: CostCategories
  private let eligible: EligibleDays
  /// The category of what is declared by its depreciation.
  private let equipment: String
  /// The costs with a registered receipt, by their numbers.
  private let receipts: Set<Int>
  /// The categories that each partner has in the budget in force.
  private var budget: [String: Set<String>] = [:]
  private let hours: RecordedHours
  /// The number of a line that the budget does not have yet.
  let nextBudgetLine: Int
  /// Of each partner that has a budget for category C, what of it is overdrawn.
  private(set) var overdrawn: [String: Int64] = [:]
  private var invoices = CostInvoices()

  /// A list may bring the first cost in a currency, so that all rates are wanted.
  init(_ context: RecordContext, ofList: Bool = false) throws {
    let db = context.db
    project = context.project
    periods = try ReportingPeriods.of(db)
    rates = try LedgerSources.rates(db, ofAll: ofList, on: context.invocation.today)
    categories = try context.costCategories()
    let book = try RuleBook.inForce(db)
    eligible = try EligibleDays(project, book)
    equipment = try book.rule("equipment-depreciation").text("category")
    receipts = try CostReceipts.numbers(db)
    hours = RecordedHours(db)
    nextBudgetLine =
      1
      + (try Row.fetchOne(db, sql: "SELECT id, max(number) AS number FROM budget_line")?
        .value("number", as: Int?.self) ?? 0)
    let newest = try BudgetLine.newestVersion(db)
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code, category, amount_cents FROM budget_line
        JOIN partner ON partner.id = partner_id WHERE amendment = ?
        """, arguments: [newest])
    var support: [String: Int64] = [:]
    for row in lines {
      let (partner, category): (String, String) = (try row.value(0), try row.value(1))
      budget[partner, default: []].insert(category)
      if category == CostCategory.support {
        support[partner, default: 0] += try row.value(2, as: Int64.self)
      }
    }
    let paid = try SupportPayment.all(db)
    var spent = Dictionary(grouping: paid, by: \.partner).mapValues {
      $0.reduce(0) { $0 + $1.amount.cents }
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT cost_line.number, partner.code, supplier, invoice, amount_cents
        FROM cost_line JOIN partner ON partner.id = partner_id
        """)
    for row in rows {
      try invoices.note(
        row.value(0), of: row.value(1), supplier: row.value(2), invoice: row.value(3),
        amount: row.value(4))
    }
    for (partner, amount, day) in try Self.typedSupport(db) {
      // Without a rate the cost has a finding of its own.
      let period = periods.incurred(on: day)
      let euro = period.flatMap { try? rates.euro(amount, in: $0.name) }
      spent[partner, default: 0] += euro?.cents ?? 0
    }
    overdrawn = support.reduce(into: [:]) { over, entry in
      let beyond = spent[entry.key, default: 0] - entry.value
      if beyond > 0 { over[entry.key] = beyond }
    }
  }

  /// The costs of category C that are not payments of exchanges: partner, what is eligible, and the day.
  private static func typedSupport(_ db: Database) throws -> [(String, Money, Day)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code, amount_cents
                 + CASE vat_deductible WHEN 'yes' THEN 0 ELSE coalesce(vat_cents, 0) END,
               currency, incurred_on
        FROM cost_line JOIN partner ON partner.id = partner_id WHERE category = ?
        """, arguments: [CostCategory.support]
    ).map { row in
      let currency = try row.stored(2, "currency") { Currency($0) }
      return (
        try row.value(0), Money(cents: try row.value(1, as: Int64.self), currency: currency),
        try row.value(3)
      )
    }
  }

  /// The checks that a cost does not pass, in their order.
  func rules(of cost: CostLine) throws -> [CostRule] {
    let double = invoices.note(cost)
    var found: [CostRule] = []
    if let day = cost.incurredOn {
      if !eligible.contain(day, cost.category) { found.append(.outsideAction) }
      if let period = periods.incurred(on: day) {
        if cost.currency != .eur, rates.rate(cost.currency, in: period.name) == nil {
          found.append(.noRate)
        }
      } else {
        found.append(.noPeriod)
      }
    }
    if cost.workPackage == nil { found.append(.noWorkPackage) }
    if !budget.isEmpty, budget[cost.partner]?.contains(cost.category) != true {
      found.append(.notInBudget)
    }
    if let double { found.append(double) }
    if cost.isVATDeductible == .yes, (cost.vat ?? 0) == 0 { found.append(.deductibleVAT) }
    if cost.isVATDeductible == nil, (cost.vat ?? 0) != 0 { found.append(.vatUnsaid) }
    if cost.category.hasPrefix(CostCategory.personnel), let day = cost.incurredOn,
      try hours.contain(cost.partner, monthOf: day)
    {
      found.append(.personnelTwice)
    }
    if !receipts.contains(cost.code.number) {
      if let place = cost.evidence {
        if NotedPlace.isPath(place) { found.append(.notRegistered) }
      } else {
        found.append(.noEvidence)
      }
    }
    if overdrawn[cost.partner] != nil, categories[cost.category]?.isSupport == true {
      found.append(.supportOverdrawn)
    }
    if cost.category == CostCategory.subcontracting, cost.isForeseen != .yes {
      found.append(.notForeseen)
    }
    if cost.category == equipment, (cost.note ?? "").isEmpty { found.append(.equipmentPrice) }
    if cost.isCredit { found.append(.credit) }
    return found
  }

  /// The period whose rate a cost needs.
  func period(of cost: CostLine) -> String {
    cost.incurredOn.flatMap { periods.incurred(on: $0)?.name } ?? ""
  }

  /// The cost that a cost may be declared twice with.
  func other(of cost: CostLine) -> String { invoices.other(of: cost).map { "K\($0)" } ?? "" }
}
