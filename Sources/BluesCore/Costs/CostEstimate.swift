package import Basics
internal import Documents
internal import GRDB

/// The code of an estimate, `EST3`.
package struct EstimateCode: NumberedCode {
  package static let form = CodeForm("EST", "estimate", example: "EST3")
  package static let largest = largestOfCopies
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// What a partner expects to spend on a category of costs in a month, without proof.
package struct CostEstimate: PricedRecord {
  package let code: EstimateCode
  package var partner = ""
  package var category = ""
  /// The first day of the month.
  package var month: Day?
  /// Whole cents.
  package var amount: Int?
  package var note: String?
  var namedCurrency: Currency?

  package init(code: EstimateCode) { self.code = code }

  package var currency: Currency { .eur }

  package static let register = Register<CostEstimate>(
    noun: "estimate", path: "partner cost estimate", example: "EST1", heading: "No",
    headings: "no,number,estimate no\(HeadingWords.number)", table: .numbered("cost_estimate"),
    attributes: [
      .requiredReference(
        "partner", \.partner, to: Partner.target, of: "cost_estimate", "Partner",
        "The partner that expects the costs.",
        headings: "beneficiary,participant,short name\(HeadingWords.partner)"),
      .category(\.category, "The category of costs, such as D.1."),
      .calendarMonth("month", \.month),
      .amount(
        "amount", \.amount, isNeeded: true, "Amount", "The amount in EUR, such as 500.00.",
        headings: "estimate,eur,euro,amount eur\(HeadingWords.amount)"),
      .text(
        "note", \.note, "Note", "A remark.", headings: "remark\(HeadingWords.note)"),
    ],
    words: RecordWords(added: { estimate in
      ": \(Money(cents: Int64(estimate.amount ?? 0))) of \(estimate.partner), "
        + "\(estimate.category), \(estimate.month.map(monthText) ?? "")"
    }),
    rules: RecordRules(check: check, key: key))

  /// An estimate by partner, category and month.
  private static let key = RecordKey<CostEstimate>(
    keys: { [[$0.partner, $0.category, $0.month.map(monthText) ?? ""]] },
    number: \.number, code: { EstimateCode(number: $0) }, isUnique: true)

  /// A month as texts have it, `2020-11`.
  static func monthText(_ month: Day) -> String { String(month.iso.prefix(7)) }

  @Sendable private static func check(
    _ estimate: inout CostEstimate, _ was: CostEstimate?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    guard !estimate.category.isEmpty else {
      throw Refusal("category", rule: "category", expected: "a category such as D.1")
    }
    guard let month = estimate.month else {
      throw Refusal("month", rule: "month", expected: "a month such as 2020-11")
    }
    guard estimate.amount != nil else {
      throw Refusal("amount", rule: "amount", expected: "an amount such as 500.00")
    }
    if let named = estimate.namedCurrency, named != .eur {
      throw Refusal(
        "amount", rule: "currency", expected: "an amount in EUR, as the grant is", found: "\(named)"
      )
    }
    estimate.namedCurrency = nil
    if try context.costCategories()[estimate.category]?.isIndirect == true {
      throw AttributeProblem(attribute: "category", problem: CostProblem.indirect)
    }
    let same = try Int.fetchOne(
      context.db.cachedStatement(
        sql: """
          SELECT number FROM cost_estimate
          WHERE partner_id = ? AND category = ? AND month = ? AND number <> ?
          """),
      arguments: [
        context.id(estimate.partner, in: Partner.target), estimate.category, monthText(month),
        estimate.code.number,
      ])
    if let same, let code = EstimateCode(number: same) {
      throw EstimateProblem.sameFigure(
        code, estimate.partner, estimate.category, monthText(month))
    }
  }
}

extension Attribute where R == CostEstimate {
  /// A month of the calendar, which every estimate has: `2020-11`, or its first day.
  fileprivate static func calendarMonth(
    _ name: String, _ path: any WritableKeyPath<CostEstimate, Day?> & Sendable
  ) -> Attribute {
    Attribute(
      name, "Month", "The month, such as 2020-11 or Nov 2020, or its first day.",
      headings: "for month,in month,period\(HeadingWords.month)", kind: .form("month"), uses: .all,
      cell: { .text(orEmpty: $0[keyPath: path].map(CostEstimate.monthText)) },
      read: { texts, record, _ in
        let text = (texts.last ?? "").trimmed
        guard let month = WorkDate.day(text) ?? WorkDate.month(text), month.dayOfMonth == 1 else {
          throw Refusal(name, rule: "month", expected: "a month such as 2020-11")
        }
        record[keyPath: path] = month
      },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, name) { (text: String) in
            Day(iso: "\(text)-01")
          }
        },
        bind: { record, _ in
          [record[keyPath: path].map(CostEstimate.monthText)?.databaseValue ?? .null]
        }))
  }
}

extension Store {
  package var estimates: Records<CostEstimate> { records() }
}

/// Why an estimate cannot be taken.
package enum EstimateProblem: Problem, Equatable {
  case sameFigure(EstimateCode, String, String, String)

  package var message: String {
    switch self {
    case .sameFigure(let code, let partner, let category, let month):
      "\(code) is already the estimate of \(partner), \(category), \(month)."
    }
  }

  package var hint: String? {
    switch self {
    case .sameFigure(let code, _, _, _): "blues partner cost estimate set \(code)"
    }
  }

  package var kind: ProblemKind { .conflict }
}
