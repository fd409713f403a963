extension StoreHooks {
  /// What all rooms have the store do.
  static let rooms = StoreHooks([
    PeriodStory.hooks, ProjectDocument.hooks, Contacts.hooks, WorkPackage.hooks, Exchanges.hooks,
    Papers.hooks, Erasures.hooks, ScopeGate.hooks, SubmissionGate.hooks,
    UndoneRows.hooks,
  ])
}

extension Store {
  /// Opens a project file to change it; an older layout is brought up to date first.
  package static func openToWrite(at path: String, invocation: Invocation) throws -> Store {
    try openToWrite(at: path, invocation: invocation, hooks: .rooms)
  }

  /// Opens a project file to read it, also from a folder or disk that cannot be written.
  package static func openToRead(at path: String, invocation: Invocation) throws -> Store {
    try openToRead(at: path, invocation: invocation, hooks: .rooms)
  }

  /// A whole project in memory, for tests.
  package static func inMemory(invocation: Invocation) throws -> Store {
    try inMemory(invocation: invocation, hooks: .rooms)
  }
}
