internal import Basics
internal import GRDB

/// Checks costs against the project, the budget and one another.
final class CostCheck {
  /// A cost as the search for double invoices needs it.
  private struct Invoice {
    let code: Int
    let partner: String
    let supplier: String
    let amount: Int
  }

  private let project: Project
  private let periods: ReportingPeriods
  private let rates: LedgerRates
  private let categories: CostCategories
  private let eligible: EligibleDays
  /// The category of what is declared by its depreciation.
  private let equipment: String
  /// The costs with a registered receipt, by their numbers.
  private let receipts: Set<Int>
  /// Partner and category of each line of the budget in force.
  private let budget: Set<String>
  private let hasBudget: Bool
  private let hours: RecordedHours
  /// The number of a line that the budget does not have yet.
  private let nextBudgetLine: Int
  /// Of each partner that has a budget for category C, what of it is overdrawn.
  private var overdrawn: [String: Int64] = [:]
  private var invoices: [String: [Invoice]] = [:]

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
      1 + (try Int.fetchOne(db, sql: "SELECT max(number) FROM budget_line") ?? 0)
    let newest = try BudgetLine.newestVersion(db)
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code, category, amount_cents FROM budget_line
        JOIN partner ON partner.id = partner_id WHERE amendment = ?
        """, arguments: [newest])
    var budget: Set<String> = []
    var support: [String: Int64] = [:]
    for row in lines {
      let (partner, category): (String, String) = (try row.value(0), try row.value(1))
      budget.insert("\(partner)|\(category)")
      if category == CostCategory.support {
        support[partner, default: 0] += try row.value(2, as: Int64.self)
      }
    }
    self.budget = budget
    hasBudget = !budget.isEmpty
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
      try note(
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

  private func note(
    _ code: Int, of partner: String, supplier: String?, invoice: String?, amount: Int
  ) {
    guard let invoice else { return }
    let key = CostCategory.key(invoice)
    guard !key.isEmpty, invoices[key]?.contains(where: { $0.code == code }) != true else { return }
    invoices[key, default: []].append(
      Invoice(
        code: code, partner: partner, supplier: CostCategory.key(supplier ?? ""), amount: amount))
  }

  /// The checks that a cost does not pass, in their order.
  func findings(of cost: CostLine) throws -> [CostFinding] {
    note(
      cost.code.number, of: cost.partner, supplier: cost.supplier, invoice: cost.invoice,
      amount: cost.amount ?? 0)
    var found: [CostFinding] = []
    func find(_ rule: CostRule, _ message: String, _ mending: String, of list: String = "cost") {
      found.append(
        CostFinding(
          rule: rule, cost: cost.code, partner: cost.partner,
          message: "\(cost.code): \(message)", mending: "blues partner \(list) \(mending)"))
    }
    let set = "set \(cost.code)"
    if let day = cost.incurredOn {
      if !eligible.contain(day, cost.category) {
        find(
          .outsideAction,
          "\(day) is outside the action, \(project.start) to \(project.end): "
            + "no statement counts it.",
          "\(set) --on DATE")
      }
      let period = periods.incurred(on: day)
      if period == nil {
        find(.noPeriod, "No reporting period holds \(day).", "\(set) --charged-in RP1")
      } else if let period, cost.currency != .eur, rates.rate(cost.currency, in: period.name) == nil
      {
        find(
          .noRate, "\(cost.currency) has no exchange rate for \(period.name).",
          "check --where rule=no-rate")
      }
    }
    if cost.workPackage == nil {
      find(.noWorkPackage, "It is in no work package.", "\(set) --wp WP1")
    }
    if hasBudget, !budget.contains("\(cost.partner)|\(cost.category)") {
      find(
        .notInBudget, "\(cost.partner) has no budget for \(cost.category).",
        "add B\(nextBudgetLine) \(cost.partner) --category \(cost.category) --amount AMOUNT",
        of: "budget")
    }
    invoiceFindings(cost).forEach { find($0.rule, $0.message, "show \(cost.code)") }
    if cost.isVATDeductible == .yes, (cost.vat ?? 0) == 0 {
      find(
        .deductibleVAT, "The VAT is deductible, and the amount may still contain it.",
        "\(set) --amount NET --vat VAT")
    }
    if cost.isVATDeductible == nil, let vat = cost.vat, vat != 0 {
      find(
        .vatUnsaid,
        "The VAT of \(Money(cents: Int64(vat), currency: cost.currency)) counts: it is not said "
          + "whether it is deductible.",
        "\(set) --vat-deductible no")
    }
    if cost.category.hasPrefix(CostCategory.personnel), let day = cost.incurredOn,
      try hours.contain(cost.partner, monthOf: day)
    {
      find(
        .personnelTwice,
        "\(cost.partner) has hours of \(WorkDate(month: day.firstOfMonth).text), whose pay is computed: "
          + "it may be declared twice.",
        "remove \(cost.code)")
    }
    if cost.evidence == nil, !receipts.contains(cost.code.number) {
      find(.noEvidence, "It has no receipt.", "\(set) --evidence FILE")
    }
    if categories[cost.category]?.isSupport == true, let beyond = overdrawn[cost.partner] {
      find(
        .supportOverdrawn,
        "The budget of \(cost.partner) for category C is overdrawn by \(Money(cents: beyond)).",
        "list --where partner=\(cost.partner)")
    }
    if cost.category == CostCategory.subcontracting, cost.isForeseen != .yes {
      find(.notForeseen, "Annex 1 does not foresee the subcontract.", "\(set) --foreseen yes")
    }
    if cost.category == equipment, (cost.note ?? "").isEmpty {
      find(
        .equipmentPrice,
        "Equipment is declared by its depreciation: note price, life, months, use.",
        "\(set) --note \"price 1200, 36 months, 12 used, half for the action\"")
    }
    if cost.isCredit { find(.credit, "It is a credit note.", "show \(cost.code)") }
    return found
  }

  private func invoiceFindings(_ cost: CostLine) -> [(rule: CostRule, message: String)] {
    let others = (cost.invoice.flatMap { invoices[CostCategory.key($0)] } ?? [])
      .filter { $0.code != cost.code.number }
    guard !others.isEmpty else { return [] }
    let supplier = CostCategory.key(cost.supplier ?? "")
    let same = others.first { $0.supplier == supplier && $0.amount == cost.amount }
    if let same {
      return [(.doubleInvoice, "K\(same.code) is of the same supplier, invoice and amount.")]
    }
    // Different suppliers, or suppliers of different partners, may well use the same number.
    let near = others.first {
      $0.amount == cost.amount || ($0.supplier == supplier && $0.partner == cost.partner)
    }
    return near.map { [(.sameNumber, "K\($0.code) has the same invoice number.")] } ?? []
  }
}
