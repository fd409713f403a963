package import Basics
internal import Documents
internal import GRDB

/// The code of a budget line, `B12`.
package struct BudgetCode: NumberedCode {
  package static let form = CodeForm("B", "budget line", example: "B12")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// What the grant has for a partner in a category of costs, perhaps in one work package.
///
/// The budget as it was signed is version 0; an amendment has a version of its own, with all lines.
package struct BudgetLine: PricedRecord {
  package let code: BudgetCode
  package var partner = ""
  package var category = ""
  package var workPackage: String?
  /// Whole cents.
  package var amount: Int?
  package var amendment = 0
  package var note: String?
  package internal(set) var isInForce = false
  var namedCurrency: Currency?

  package init(code: BudgetCode) { self.code = code }

  package var currency: Currency { .eur }

  package static let register = Register<BudgetLine>(
    noun: "budget line", key: "budget", path: "partner budget", example: "B1", heading: "No",
    headings: "no,number,line no\(HeadingWords.number)", table: .numbered("budget_line"),
    attributes: [
      .requiredReference(
        "partner", \.partner, to: Partner.target, of: "budget_line", "Partner",
        "The partner whose money it is.",
        headings: "beneficiary,participant,short name\(HeadingWords.partner)"),
      .category(\.category, "The category of costs, such as D.1."),
      .reference(
        "work_package", \.workPackage, to: WorkPackage.target, of: "budget_line", "WP",
        "The work package; none for all of them.", headings: "wp\(HeadingWords.workPackage)",
        option: "wp"),
      .amount(
        "amount", \.amount, isNeeded: true, "Amount", "The amount in EUR, such as 12000.00.",
        headings: "budget amount,eur,euro,amount eur\(HeadingWords.amount)"),
      .version("amendment", \.amendment),
      .text(
        "note", \.note, "Note", "A remark.", headings: "remark\(HeadingWords.note)", uses: .hidden),
      .computed("in_force", "In force", "Whether it is of the newest version.", kind: .flag) {
        .flag($0.isInForce)
      },
    ],
    filters: [
      RecordFilter(
        name: "in-force", help: "Only the newest version.", title: "Budget in force",
        empty: "No budget yet.", holds: { $0.isInForce })
    ],
    words: RecordWords(added: {
      ": \(Money(cents: Int64($0.amount ?? 0))) for \($0.partner), \($0.category)"
    }),
    rules: RecordRules(derive: derivation, check: check, key: key))

  /// A line by partner, category and work package in one version.
  private static let key = RecordKey<BudgetLine>(
    keys: { line in
      [["\(line.amendment)", line.partner, line.category, line.workPackage ?? ""]]
    }, number: \.number, code: { BudgetCode(number: $0) }, isUnique: true)

  @Sendable private static func derivation(
    _ context: RecordContext
  ) throws -> (inout BudgetLine, Row) throws -> Void {
    let newest = try newestVersion(context.db)
    return { line, _ in line.isInForce = line.amendment == newest }
  }

  /// The number of the newest version; 0 for the budget as signed.
  static func newestVersion(_ db: Database) throws -> Int {
    try Row.fetchOne(db, sql: "SELECT id, max(amendment) AS amendment FROM budget_line")?
      .value("amendment", as: Int?.self) ?? 0
  }

  @Sendable private static func check(
    _ line: inout BudgetLine, _ was: BudgetLine?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    guard !line.category.isEmpty else {
      throw Refusal("category", rule: "category", expected: "a category such as D.1")
    }
    guard line.amount != nil else {
      throw Refusal("amount", rule: "amount", expected: "an amount such as 12000.00")
    }
    if let named = line.namedCurrency, named != .eur {
      throw Refusal(
        "amount", rule: "currency", expected: "an amount in EUR, as the grant is", found: "\(named)"
      )
    }
    line.namedCurrency = nil
    let (partner, package) = (line.partner, line.workPackage)
    let same = try Int.fetchOne(
      context.db.cachedStatement(
        sql: """
          SELECT number FROM budget_line
          WHERE amendment = ? AND category = ? AND partner_id = ? AND work_package_id IS ?
            AND number <> ?
          """),
      arguments: [
        line.amendment, line.category, context.id(partner, in: Partner.target),
        package.map { try context.id($0, in: WorkPackage.target) }, line.code.number,
      ])
    if let same, let code = BudgetCode(number: same) {
      throw BudgetProblem.sameLine(code, line.partner, line.category, line.workPackage)
    }
  }
}

extension Attribute where R == BudgetLine {
  /// The number of the version, which every line has.
  fileprivate static func version(
    _ name: String, _ path: any WritableKeyPath<BudgetLine, Int> & Sendable
  ) -> Attribute {
    Attribute(
      name, "Amendment", "The version: 0 as signed, 1 for the first amendment.",
      headings: "version,budget version", kind: .number, uses: .all,
      cell: { .integer($0[keyPath: path]) },
      read: { texts, record, _ in
        guard let number = wholeNumber((texts.last ?? "").trimmedBytes), number <= 9999 else {
          throw Refusal(name, rule: "number", expected: "a whole number such as 1")
        }
        record[keyPath: path] = number
      },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, name) },
        bind: { record, _ in [record[keyPath: path].databaseValue] }))
  }
}

extension Store {
  package var budget: Records<BudgetLine> { records() }
}

/// Why a line cannot be part of the budget.
package enum BudgetProblem: Problem, Equatable {
  case sameLine(BudgetCode, String, String, String?)

  package var message: String {
    switch self {
    case .sameLine(let code, let partner, let category, let package):
      "\(code) is already the line of \(partner), \(category)\(package.map { ", \($0)" } ?? "")."
    }
  }

  package var hint: String? {
    switch self {
    case .sameLine(let code, _, _, _): "blues partner budget set \(code)"
    }
  }

  package var kind: ProblemKind { .conflict }
}
