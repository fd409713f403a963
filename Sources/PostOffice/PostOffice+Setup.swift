extension PostOffice {
  /// What setting up found and made.
  package struct Setup: Sendable, Equatable {
    /// Whether it was made now; not where it was there already.
    package let isNew: Bool
    /// The role that owns it, admits members, and reads no mail.
    package let owner: String
    /// Whether that role stands above row security, as a superuser does, and could read sealed mail.
    package let isAboveTheRules: Bool
    package let link: PostLink
  }

  /// Makes the post office in the database of the address, all of it or nothing.
  package func setUp() throws(PostOfficeProblem) -> Setup {
    let connection = try connect()
    _ = try connection.ask("BEGIN")
    // Two at once: the second waits, and finds it made.
    _ = try connection.ask("SELECT pg_advisory_xact_lock(hashtextextended('blues_post', 0))")
    let found = try owner(connection)
    if let found, !found.isUs { throw .ownedByAnother(connection.role, owner: found.name) }
    if found == nil { try make(connection) }
    let answer = try connection.ask(
      "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    _ = try connection.ask("COMMIT")
    return Setup(
      isNew: found == nil, owner: found?.name ?? connection.role.name,
      isAboveTheRules: answer.isTrue(0), link: connection.link)
  }

  private func make(_ connection: Connection) throws(PostOfficeProblem) {
    do throws(PostOfficeProblem) {
      for statement in Layout.statements { _ = try connection.ask(statement) }
    } catch  where error.code == "42501" {
      throw .mayNotCreate(connection.role)
    } catch  where error.code == "42P07" {
      // A table of this name that is not ours.
      throw .notAPostOffice(connection.role)
    }
  }
}
