internal import GRDB

extension ProjectDetails {
  /// Everything that is known of the project itself.
  package struct Overview: Sendable, Equatable {
    package let project: Project
    package let periods: [Period]
    package let amendments: [Amendment]
    package let facts: [StatedFact]
    package let coordinator: String?
  }

  package func overview() throws -> Overview {
    try store.read { db in
      Overview(
        project: try Project.fetch(db),
        periods: try Period.all(db),
        amendments: try Amendment.all(db),
        facts: try Self.facts(db),
        coordinator: try Partner.coordinator(db))
    }
  }

  /// The project's facts; a target that was changed since is told as it is now.
  private static func facts(_ db: Database) throws -> [StatedFact] {
    let facts = try StatedFact.about(StatedFact.project, in: db)
    let changed = try StatedFact.changedTargets(db)
    return facts.map { fact in changed.first { $0.name == fact.name } ?? fact }
      + changed.filter { target in !facts.contains { $0.name == target.name } }
  }
}
