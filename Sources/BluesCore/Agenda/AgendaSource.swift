internal import Basics

/// A kind of thing that has its place in the agenda.
///
/// It says what is still to be done, whenever that is due. A new kind is one file with one of
/// these, named in `Agenda.sources`.
package protocol AgendaSource: Sendable {
  /// What is open of it, in any order.
  static func items(_ context: AgendaContext) throws -> [AgendaItem]
  /// Its days for the calendar of the plan, done or not; none unless it says some.
  static func entries(_ context: AgendaContext) throws -> [PlanEntry]
}

extension AgendaSource {
  package static func entries(_ context: AgendaContext) throws -> [PlanEntry] { [] }
}

/// What the sources of the agenda ask: the project, read once for all of them.
package struct AgendaContext: Sendable {
  let store: Store
  let today: Day
  let project: Project
  let programme: Programme
  /// The reporting periods, in their order.
  let periods: [Period]
  /// What became of the reports of the periods.
  let story: PeriodStory
  let coordinator: String?
  /// The rules with the figures that the project changed.
  let book: RuleBook

  init(_ store: Store) throws {
    self.store = store
    today = store.invocation.today
    (project, periods, story, coordinator, book) = try store.read { db in
      (
        try Project.fetch(db), try Period.all(db), try PeriodStory(db),
        try Partner.coordinator(db), try RuleBook.inForce(db)
      )
    }
    programme = try .of(project)
  }
}
