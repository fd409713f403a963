package import Basics
package import Documents
internal import GRDB

/// A line that is declared later than it was incurred, with its kind and its reason.
package struct Adjustment: Sendable, Equatable {
  /// Whether it changes costs, or the effort of persons and its costs.
  package enum Kind: String, Sendable, CaseIterable { case cost, effort }

  package let source: String
  package let kind: Kind
  package let category: String
  package let workPackage: Int?
  /// The period in which it was incurred.
  package let incurred: String
  package let amount: Money
  package let reason: String

  init(_ line: LedgerLine) {
    source = line.source
    kind = line.personMonths == nil ? .cost : .effort
    category = line.category
    workPackage = line.workPackage
    incurred = line.incurred
    amount = line.euro
    reason = line.reason ?? "declared later than incurred"
  }

  /// Indirect costs, which follow the direct ones.
  init(following category: String, incurred: String, amount: Money) {
    source = category
    kind = .cost
    self.category = category
    workPackage = nil
    self.incurred = incurred
    self.amount = amount
    reason = "follows the adjusted direct costs"
  }

  package static let fields: [Field<Adjustment>] = [
    Field("source", "Source", rank: .key) { .text($0.source) },
    Field("kind", "Kind", kind: .words(of: Kind.self)) { .text($0.kind.rawValue) },
    Field("category", "Category", kind: .form("cost category")) { .text($0.category) },
    Field("work_package", "WP", kind: .form("work package")) {
      .text(orEmpty: $0.workPackage.map { "WP\($0)" })
    },
    Field("incurred_in", "Incurred in") { .text($0.incurred) },
    Field("amount", "Amount", kind: .amount) { .amount($0.amount) },
    Field("reason", "Reason", rank: .main) { .text($0.reason) },
  ]
}

extension FinancialStatement {
  /// The lines that are declared later than they were incurred.
  package var adjustments: [Adjustment] { lines.filter(\.isAdjustment).map(Adjustment.init) }

  /// The indirect costs that follow those lines, by the period in which they were incurred; together they
  /// are the adjustments of the indirect costs to the cent.
  package var followingAdjustments: [Adjustment] {
    guard let indirect = sums.first(where: \.category.isIndirect)?.category.code else { return [] }
    let base = Set(sums.filter(\.category.isInBase).map(\.category.code))
    let lines = lines.filter { $0.isAdjustment && base.contains($0.category) }
    var (direct, told): (Int64, Int64) = (0, 0)
    return Set(lines.map(\.incurred)).sorted().compactMap { incurred in
      direct += lines.filter { $0.incurred == incurred }.reduce(0) { $0 + $1.euro.cents }
      let whole = Money(cents: direct).times(categories.indirectRate).cents
      let amount = Money(cents: whole - told)
      told = whole
      return amount.cents == 0
        ? nil : Adjustment(following: indirect, incurred: incurred, amount: amount)
    }
  }
}

extension Statements {
  /// Keeps why a line is declared in a later period than it was incurred.
  ///
  /// - Throws: `AdjustmentProblem` where there is no such line, or no reason; `PeriodLockProblem`.
  package func explain(
    _ source: String, of partner: String, in period: String, because reason: String
  ) throws -> [Adjustment] {
    let ledger = try ledger()
    let entry = try ledger.periods.named(period)
    let code = try store.partners.one(PartnerCode(partner)).code.description
    let known = ledger.statement(of: code, in: entry.name).adjustments
    let words = CellText.trimmed(reason)
    guard let found = known.first(where: { $0.source.asciiRaised == source.trimmed.asciiRaised })
    else {
      throw AdjustmentProblem.none(source, code, entry.name, known: known.map(\.source))
    }
    guard !words.isEmpty else { throw AdjustmentProblem.reasonMissing(found.source) }
    try store.write { write in
      try PeriodLock(write.db).refuse("the reason of \(found.source)", in: entry.period)
      let owner = try Int64.fetchOne(
        write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [entry.period.number])
      try write.db.execute(
        sql: """
          INSERT INTO adjustment_reason (id, partner_id, period_id, source, reason)
          VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (partner_id, period_id, source) DO UPDATE SET reason = excluded.reason
          """,
        arguments: [
          write.nextID("adjustment_reason"), Partner.id(code, in: write.db), owner, found.source,
          words,
        ])
      write.records(
        "said why \(found.source) of \(code) is declared in \(entry.name)", affecting: [code])
    }
    return try self.ledger().statement(of: code, in: entry.name).adjustments
  }
}

extension Ledger {
  /// Puts what partners said in the place of the usual reasons; what a lock keeps stays.
  mutating func take(_ reasons: [AdjustmentKey: String]) {
    guard !reasons.isEmpty else { return }
    let open = Set(periods.all.filter { $0.state == .open }.map(\.name))
    for at in lines.indices where lines[at].isAdjustment && open.contains(lines[at].charged) {
      let line = lines[at]
      let key = AdjustmentKey(
        partner: line.partner, period: line.charged, source: line.source.asciiRaised)
      if let reason = reasons[key] { lines[at].reason = reason }
    }
  }
}

/// What an adjustment is known by: its partner, the period that declares it, and its source.
struct AdjustmentKey: Hashable {
  let partner: String
  let period: String
  let source: String

  /// What partners said, by what it is of.
  static func reasons(_ db: Database) throws -> [AdjustmentKey: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code AS partner, period.number AS period, source, reason
        FROM adjustment_reason
        JOIN partner ON partner.id = partner_id
        JOIN period ON period.id = period_id
        """)
    return try rows.reduce(into: [:]) { reasons, row in
      let number: Int = try row.value("period")
      let key = AdjustmentKey(
        partner: try row.value("partner"), period: "RP\(number)",
        source: try row.value("source", as: String.self).asciiRaised)
      reasons[key] = try row.value("reason")
    }
  }
}

/// Why the reason of an adjustment cannot be kept.
package enum AdjustmentProblem: Problem, Equatable {
  case none(String, String, String, known: [String])
  case reasonMissing(String)

  package var message: String {
    switch self {
    case .none(let source, let partner, let period, _):
      "\(partner) has no adjustment \(source) in \(period)."
    case .reasonMissing(let source): "The adjustment \(source) needs a reason."
    }
  }

  package var hint: String? {
    switch self {
    case .none(_, let partner, let period, let known):
      known.isEmpty
        ? "blues report financial --partner \(partner) --period \(period)"
        : "known: \(known.joined(separator: ", "))"
    case .reasonMissing: "say it with --because"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .none: .notFound
    case .reasonMissing: .usage
    }
  }
}
