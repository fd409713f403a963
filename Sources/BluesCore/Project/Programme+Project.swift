package import Basics
internal import GRDB

extension Programme {
  /// The programme of a project: the only way to rules, lists, papers and publicity.
  package static func of(_ project: Project) throws -> Programme {
    try named(project.programme)
  }

  /// The programme of the project in a file.
  static func of(_ db: Database) throws -> Programme {
    try named(
      String.fetchOne(db.cachedStatement(sql: "SELECT programme FROM project")))
  }

  /// Lets what belongs to exchanges through in a project whose programme pays for them.
  @Sendable static func requireScheme(_ db: Database) throws {
    _ = try of(db).exchangeScheme()
  }

  /// The lines that a public page or paper of the project carries; none where none were read.
  package func publicLines(of project: Project, medium: String, on day: Day) -> [String] {
    [
      publicity?.fundingSentence(project: project.acronym, grant: project.grantNumber),
      publicity?.disclaimer(medium: medium, on: day),
    ].compactMap(\.self)
  }
}

extension Store {
  /// The store as exchanges see it: it refuses in a project whose programme has no scheme.
  var ofScheme: Store {
    var copy = self
    copy.condition = Programme.requireScheme
    return copy
  }
}
