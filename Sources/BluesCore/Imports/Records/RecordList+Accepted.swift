internal import Basics
internal import Documents

extension RecordList {
  /// The columns of a list with a row for each figure of the Agency.
  package static let acceptedFields = [
    ImportField(
      "partner", "beneficiary,participant,short name\(HeadingWords.partner)", isRequired: true,
      content: .name),
    ImportField(
      "period", "reporting period,rp\(HeadingWords.period)", isRequired: true, content: .name),
    ImportField(
      "category", "cost category,budget category,category of costs\(HeadingWords.category)"),
    ImportField(
      "accepted",
      "accepted costs,accepted amount,amount accepted,amount,eur\(HeadingWords.accepted)",
      content: .amount),
  ]

  /// What the Agency accepted in periods that are accepted: a row for each partner, period and category,
  /// or for each partner and period with a column for each category.
  package static func accepted(_ declared: DeclaredCosts) -> RecordList {
    var long = RecordList(
      noun: "accepted costs", fields: acceptedFields,
      own: OwnColumns(
        listed: ListedAcceptance.fields.map(\.column),
        exported: ListedAcceptance.fields.map(\.column)),
      begin: { write, _ in
        let rows = try AcceptedRows(write, declared)
        return RecordList.Filling(
          put: { row in try rows.put(row) }, checkRepeats: { row in _ = try rows.read(row) })
      })
    // The figures are of partners, and not of persons.
    long.showsValues = true
    return long.widened(
      by: WideField(field: "category", amount: "accepted", noun: "categories"),
      columns(of: declared.categories, beside: acceptedFields))
  }
}

/// Stores the rows of a list of accepted costs.
private final class AcceptedRows {
  /// A figure of a row, with what it belongs to.
  struct Read {
    let period: Period
    let figure: AcceptedFigure

    var key: String { "\(period.name) \(figure.partner) \(figure.category)" }
  }

  private let context: RecordContext
  private let declared: DeclaredCosts
  private let table: AcceptedTable
  private let periods: [Period]
  /// What rows of the list have said.
  private var said: [String: (line: Int, cents: Int64)] = [:]

  init(_ write: Transaction, _ declared: DeclaredCosts) throws {
    context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
    self.declared = declared
    table = AcceptedTable(write)
    periods = try Period.all(write.db)
  }

  func put(_ row: ImportRow) throws -> RecordList.Taken {
    let read = try read(row)
    let repeated = said[read.key]
    said[read.key] = (row.line, read.figure.cents)
    let change = try table.put(
      read.figure.cents, of: read.figure.category,
      partner: context.id(read.figure.partner, in: Partner.target),
      step: table.step(of: read.period))
    let verdict: RecordList.Verdict =
      switch change {
      case .created: .created
      case .updated: .updated
      case .unchanged: .unchanged
      }
    return RecordList.Taken(
      verdict: verdict,
      repetition: repeated.map { RowRepetition(line: $0.line, differing: []) })
  }

  /// What a row says; another figure than an earlier row's is refused.
  func read(_ row: ImportRow) throws -> Read {
    let partner = try row.require("partner", "partner", "a partner") { $0 }
    let code = try refusing("partner") { try context.code(partner, in: Partner.target) }
    let name = try row.require("period", "period", "a period such as RP1") { $0 }
    let period = try refusing("period") { try Periods.period(name, periods) }
    _ = try refusing("period") { try table.step(of: period) }
    let category = try row.require("category", "category", "a category such as D.1") {
      declared.categories.meant(by: $0)
    }
    let amount = try row.amount("accepted", "an amount such as 1200.00")
    if let currency = amount.currency, Currency(currency) != .eur {
      throw ImportRow.Refusal(
        field: "accepted", rule: "currency", expected: "an amount in EUR, as the grant is")
    }
    let figure = AcceptedFigure(
      partner: code, category: category.code, cents: Int64(amount.cents))
    try refusing("accepted") { try declared.check(figure, in: period.name) }
    let read = Read(period: period, figure: figure)
    if let earlier = said[read.key], earlier.cents != figure.cents {
      throw ImportRow.Refusal(
        field: "accepted", rule: "repeats",
        reason: "Line \(earlier.line) accepts \(Money(cents: earlier.cents)) for the same partner, "
          + "period and category, this row \(Money(cents: figure.cents)).")
    }
    return read
  }

  private func refusing<Value>(_ field: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let problem as any Problem {
      throw ImportRow.Refusal(
        field: field, rule: field == "accepted" ? "amount" : field, problem: problem)
    }
  }
}
