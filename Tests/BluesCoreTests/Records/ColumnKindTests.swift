import Documents
import Testing

@testable import BluesCore

/// The kind that a column declares is the kind of its cells.
@Suite struct `The kinds of columns` {
  let store: Store

  init() throws { store = try Store.rich() }

  @Test func `registers`() throws {
    try check(WorkPackage.self)
    try check(PlanTask.self)
    try check(Deliverable.self)
    try check(Milestone.self)
    try check(Partner.self)
    _ = try store.risks.add(.init("R1"), ["title": "Travel bans", "work_packages": "WP3"])
    try check(Risk.self)
    _ = try store.reviews.add(.init("RV1"), ["title": "Mid-term review", "due": "M12"])
    try check(Review.self)
  }

  @Test func `partners and their people`() throws {
    check(Organisation.fields, try store.organisations.all())
    check(Contact.fields, try store.contacts.all())
    check(ImportBatch.fields, try store.importBatches.all())
  }

  @Test func `exchanges`() throws {
    check(ExchangeStanding.fields, try store.exchanges.standings())
    check(ExplainedProfile.fields, try store.profiles.explained(store.profiles.all()))
    check(Paper.fields, try store.papers.all())
    check(Payment.fields, try store.payments.all())
    check(RuleRow.fields, try store.ruleFigures.book().lines)
  }

  @Test func `the history`() throws {
    _ = try store.history.undo()
    check(HistoryEntry.fields, try store.history.steps())
  }

  private func check<R: BluesCore.Record>(_ kind: R.Type) throws {
    check(R.register.fields, try store.records(kind).all())
  }

  private func check<Row>(_ fields: [Field<Row>], _ rows: [Row]) {
    #expect(!rows.isEmpty)
    for field in fields {
      for row in rows {
        let cell = field.cell(row)
        #expect(field.column.kind.holds(cell), "\(field.column.name): \(cell)")
      }
    }
  }
}

extension ColumnKind {
  /// Whether a cell may stand in a column of the kind.
  fileprivate func holds(_ cell: Cell) -> Bool {
    switch (self, cell) {
    case (_, .empty): true
    case (.text, .text), (.text, .state), (.form, .text), (.day, .day), (.flag, .flag): true
    case (.number, .integer), (.amount, .money), (.link, .link), (.list, .list): true
    case (.listOf, .list): true
    case (.word(let words), .text(let word)), (.word(let words), .state(let word, _)):
      words.contains(word)
    default: false
    }
  }
}
