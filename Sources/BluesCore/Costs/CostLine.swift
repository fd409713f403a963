package import Basics
internal import Documents
internal import GRDB

/// A cost of a partner, as one receipt says it.
package struct CostLine: PricedRecord {
  package let code: CostCode
  package var partner = ""
  package var category = ""
  package var workPackage: String?
  package var task: String?
  package var incurredOn: Day?
  package var paidOn: Day?
  package var description = ""
  package var supplier: String?
  package var invoice: String?
  /// Whole cents of its currency, below zero for a credit note.
  package var amount: Int?
  package var currency = Currency.eur
  package var vat: Int?
  package var isVATDeductible: YesNo?
  /// Whether Annex 1 foresees it.
  package var isForeseen: YesNo?
  /// Whether support to third parties is paid outside the exchanges.
  package var isOutsideExchanges: YesNo?
  /// The sender's own number of the line.
  package var sender: String?
  /// The period in which it is declared, where it is not that of the day.
  package var chargedIn: String?
  package var evidence: String?
  package var note: String?
  /// The names of the checks that it does not pass.
  package internal(set) var checks: [String] = []
  var namedCurrency: Currency?

  package init(code: CostCode) { self.code = code }

  /// What the grant can pay: with the VAT where it is not deductible.
  package var eligible: Money {
    let vat = isVATDeductible == .yes ? 0 : vat ?? 0
    return Money(cents: Int64((amount ?? 0) + vat), currency: currency)
  }

  /// Whether it takes back an earlier cost.
  package var isCredit: Bool { (amount ?? 0) < 0 }

  package static let register = Register<CostLine>(
    noun: "cost", path: "partner cost", example: "K1", heading: "No",
    headings: "no,number,cost no\(HeadingWords.number)", table: .costs,
    attributes: what + money + standing,
    words: RecordWords(added: { cost in
      ": \(cost.eligible) of \(cost.partner), \(cost.category)"
        + (cost.isCredit ? ", a credit note" : "")
    }),
    rules: RecordRules(derive: derivation, check: check, key: key, warnings: warnings))

  /// By the sender's number, else by partner, supplier, invoice, day and amount.
  private static let key = RecordKey<CostLine>(
    keys: { cost in
      let receipt = [
        cost.partner, cost.supplier ?? "", cost.invoice ?? "", cost.incurredOn?.iso ?? "",
        "\(cost.amount ?? 0)",
      ]
      return (cost.sender.map { [["id", cost.partner, $0]] } ?? []) + [receipt]
    }, number: \.number, code: { CostCode(number: $0) }, joint: "\u{1F}",
    quick: { cost in
      var receipt = Hasher()
      receipt.combine(cost.partner)
      receipt.combine(cost.supplier ?? "")
      receipt.combine(cost.invoice ?? "")
      receipt.combine(cost.incurredOn)
      receipt.combine(cost.amount ?? 0)
      guard let sender = cost.sender else { return [receipt] }
      var own = Hasher()
      own.combine(cost.partner)
      own.combine(sender)
      return [own, receipt]
    })

  @Sendable private static func check(
    _ cost: inout CostLine, _ was: CostLine?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    func needed(_ attribute: String, _ expected: String) -> Refusal {
      Refusal(attribute, rule: attribute, expected: expected)
    }
    guard !cost.category.isEmpty else { throw needed("category", "a category such as D.1") }
    guard cost.incurredOn != nil else { throw needed("incurred_on", "a day such as 2020-05-14") }
    guard !cost.description.isEmpty else { throw needed("description", "what was paid for") }
    guard cost.amount != nil else { throw needed("amount", "an amount such as 1234.50") }
    if let named = cost.namedCurrency {
      guard !said.says("currency") || cost.currency == named else {
        throw Refusal(
          "currency", rule: "currency", expected: "the currency of the amount, \(named)",
          found: cost.currency.code)
      }
      cost.currency = named
      cost.namedCurrency = nil
    }
    if was == nil || said.says("amount") || said.says("vat") { try checkSigns(cost) }
    if let task = cost.task, said.says("task") || said.says("work_package") {
      let code = try TaskCode(task)
      if let named = cost.workPackage, named != code.workPackage.description {
        throw AttributeProblem(
          attribute: "task",
          problem: TimesheetProblem.otherWorkPackage(code, try WorkPackageCode(named)))
      }
      if was == nil { cost.workPackage = code.workPackage.description }
    }
    try KnownCurrency.check(cost.currency, since: was?.currency, context.db)
    let category = try context.costCategories()[cost.category]
    if category?.isIndirect == true {
      throw AttributeProblem(attribute: "category", problem: CostProblem.indirect)
    }
    if category?.isSupport == true, cost.isOutsideExchanges != .yes,
      try Programme.of(context.project).scheme != nil
    {
      throw AttributeProblem(attribute: "category", problem: CostProblem.support)
    }
    try checkPeriod(cost, was, context)
  }

  /// The VAT of a receipt is above zero as its amount is, and that of a credit note below.
  private static func checkSigns(_ cost: CostLine) throws {
    guard let amount = cost.amount, let vat = cost.vat, amount.signum() * vat.signum() < 0 else {
      return
    }
    func money(_ cents: Int) -> Money { Money(cents: Int64(cents), currency: cost.currency) }
    throw AttributeProblem(
      attribute: "vat", problem: CostProblem.otherSign(vat: money(vat), amount: money(amount)))
  }

  @Sendable private static func derivation(
    _ context: RecordContext
  ) throws -> (inout CostLine, Row) throws -> Void {
    // A search goes over all kinds of records, also where the programme has no categories.
    guard try Programme.of(context.project).costCategories != nil else { return { _, _ in } }
    let known = try CostCheck(context)
    return { cost, _ in cost.checks = try known.rules(of: cost).map(\.rawValue) }
  }
}

extension CostLine {
  /// What the checks say of a cost that a list brings.
  @Sendable private static func warnings(
    _ context: RecordContext
  ) throws -> (CostLine, Bool) throws -> Doubts {
    let check = try CostCheck(context, ofList: true)
    return { cost, isTold in
      let rules = try check.rules(of: cost)
      guard isTold else { return Doubts(untold: rules.count { $0.isWarning }) }
      return Doubts(rules.filter(\.isWarning).map { check.finding($0, of: cost).message })
    }
  }
}

extension Store {
  package var costs: Records<CostLine> { records() }
}

/// Why a cost cannot be taken.
package enum CostProblem: Problem, Equatable {
  case support
  case indirect
  case otherSign(vat: Money, amount: Money)

  package var message: String {
    switch self {
    case .support:
      "Category C is not typed in: it is the exchanges' payments by the partner that paid them, "
        + "on the day of payment."
    case .otherSign(let vat, let amount):
      "The VAT of \(vat) has another sign than the amount of \(amount)."
    case .indirect: "Indirect costs are not typed in: they are a flat rate on the direct costs."
    }
  }

  package var hint: String? {
    switch self {
    case .support: "for support to third parties outside exchanges: --outside-exchanges yes"
    case .otherSign: "a receipt has both above zero, a credit note both below"
    case .indirect: "blues report financial works them out"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .support, .indirect: .refusedByRule
    case .otherSign: .badData
    }
  }
}
