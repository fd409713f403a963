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
      begin: { write, request in
        let rows = try AcceptedRows(write, declared, request)
        return RecordList.Filling(
          put: { row in try rows.put(row) }, checkRepeats: { row in _ = try rows.read(row) },
          given: { rows.given })
      })
    long.kind = "accepted_cost"
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
  private let isReplacing: Bool
  /// Set for a list of mended rows.
  private let mended: MendedRows?

  init(_ write: Transaction, _ declared: DeclaredCosts, _ request: ImportRequest) throws {
    isReplacing = request.repeats == .replace
    mended = request.mended
    context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
    self.declared = declared
    table = AcceptedTable(write)
    periods = try Period.all(write.db)
  }

  /// The figures of which rows were, by period, partner and category.
  var given: [String] { Array(said.keys) }

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
    if let reason = try refusal(read) {
      throw ImportRow.Refusal(field: "accepted", rule: "repeats", reason: reason)
    }
    return read
  }

  /// Why a row cannot stand beside another one of its list; nil where it can.
  private func refusal(_ read: Read) throws -> String? {
    guard !isReplacing else { return nil }
    let figure = read.figure
    let now = Money(cents: figure.cents)
    if let earlier = said[read.key] {
      guard earlier.cents != figure.cents else { return nil }
      return "Line \(earlier.line) accepts \(Money(cents: earlier.cents)) for the same partner, "
        + "period and category, this row \(now)."
    }
    guard mended?.mayHaveGiven(read.key) == true,
      let present = try table.present(
        figure.category, partner: context.id(figure.partner, in: Partner.target),
        step: table.step(of: read.period)), present != figure.cents
    else { return nil }
    return "\(figure.category) of \(figure.partner) has \(Money(cents: present)) already, this row "
      + "\(now). --repeats replace takes this one."
  }

  private func refusing<Value>(_ field: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let problem as any Problem {
      throw ImportRow.Refusal(
        field: field, rule: field == "accepted" ? "amount" : field, problem: problem)
    }
  }
}
