package import Basics
internal import GRDB

/// Holds the lines of locked periods against the statements that their locks keep.
struct KeptFigures {
  /// Of the lines that the lock declares, what does not add up to the statement that it keeps.
  private struct Difference {
    let category: String
    let now: Money
    let kept: Money
  }

  private let ledger: Ledger
  private let db: Database

  /// - Throws: `DeclaredDamage` for a statement whose lines are not those that were locked.
  static func check(_ ledger: Ledger, _ db: Database) throws {
    let check = KeptFigures(ledger: ledger, db: db)
    let story = try PeriodStory(db)
    for period in try Period.all(db) {
      guard let lock = story.lock(of: period) else { continue }
      for frozen in try FrozenDocuments.all(in: period, kind: KeptStatement.kind, db) {
        try check.compare(frozen, lock)
      }
    }
  }

  /// The same without what is not locked: the rates of the day have no part in it.
  static func check(_ db: Database) throws {
    try StoredMoney.check(db)
    var ledger = Ledger(
      categories: try CostCategories.of(db), periods: try ReportingPeriods.of(db),
      rates: LedgerRates(), partners: try Partner.register.codes(db).map(\.description))
    ledger.words = try StatementWord.all(db)
    ledger.lines = try DeclaredLines.all(db)
    try StoredMoney.check(ledger.lines, ledger.categories, db)
    try ledger.takeLocked(db)
    try check(ledger, db)
  }

  private func compare(_ frozen: FrozenDocument, _ lock: Int64) throws {
    // A partner that was merged away is told by its name.
    let kept = try KeptContent.read(frozen)
    let statement = ledger.statement(of: frozen.partner ?? kept.partner, in: frozen.period)
    var differences: [Difference] = []
    for sum in statement.sums {
      guard let row = kept.categories.first(where: { $0.category == sum.category.code }) else {
        continue
      }
      let (own, later) = (row.own, row.adjustments)
      guard own.cents != sum.own || later.cents != sum.adjustments else { continue }
      differences.append(
        Difference(
          category: sum.category.code, now: Money(cents: sum.total), kept: row.total))
    }
    let partner = statement.partner
    if let first = differences.first {
      let direct = differences.filter { ledger.categories[$0.category]?.isIndirect != true }
      let place =
        direct.isEmpty
        ? DeclaredDamage.Place(table: "locked_figure", row: nil)
        : DeclaredDamage.Place(table: "declared_line", row: try row(direct, partner, lock))
      throw DeclaredDamage(
        partner: partner, period: frozen.period, what: first.category, now: first.now,
        kept: first.kept, place: place)
    }
    let (now, asked) = (statement.requestedContribution, kept.requestedContribution)
    guard now != asked else { return }
    throw DeclaredDamage(
      partner: partner, period: frozen.period, what: "the requested contribution", now: now,
      kept: asked, place: DeclaredDamage.Place(table: "statement_word", row: nil))
  }

  /// The row that was changed: the one whose amount its own arithmetic does not end in, else the first
  /// of a category that has too much.
  private func row(
    _ differences: [Difference], _ partner: String, _ lock: Int64
  ) throws -> Int64? {
    var first: Int64?
    let surplus = differences.sorted {
      $0.now.cents - $0.kept.cents > $1.now.cents - $1.kept.cents
    }
    for difference in surplus {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT declared_line.id, euro_cents, arithmetic FROM declared_line
          JOIN partner ON partner.id = partner_id
          WHERE step_id = ? AND partner.code = ? AND category = ? ORDER BY declared_line.id
          """, arguments: [lock, partner, difference.category])
      for row in rows {
        let id: Int64 = try row.value("id")
        let euro: Money = try row.value("euro_cents")
        if first == nil { first = id }
        let arithmetic: String = try row.value("arithmetic")
        if !arithmetic.contains(euro.description) { return id }
      }
    }
    return first
  }
}

/// The lines of a locked period do not add up to the statement that its lock keeps.
package struct DeclaredDamage: Problem, Equatable {
  /// Where the file is not as it was.
  package struct Place: Equatable, Sendable {
    package let table: String
    package let row: Int64?
  }

  package let partner: String
  package let period: String
  /// The category, or another figure of the statement.
  package let what: String
  package let now: Money
  package let kept: Money
  package let place: Place

  package var message: String {
    let row = place.row.map { ", row \($0)" } ?? ""
    return "The lines of \(partner) in \(period) are not those that were locked: \(what) is \(now) "
      + "instead of \(kept), in table \(place.table)\(row)."
  }

  package var hint: String? {
    "another program changed the project file; restore a backup beside it. The statement as locked: "
      + "blues report period frozen \(period) \(KeptStatement.kind) --partner \(partner)"
  }

  package var kind: ProblemKind { .badData }
}
