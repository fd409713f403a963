internal import GRDB

extension CostCategories {
  /// The categories of a project with the rates that are in force in it.
  static func of(_ db: Database) throws -> CostCategories {
    try CostCategories(Programme.of(db), RuleBook.inForce(db))
  }
}

extension Store {
  /// The categories of costs of the project.
  package func costCategories() throws -> CostCategories {
    try read { try CostCategories.of($0) }
  }
}
