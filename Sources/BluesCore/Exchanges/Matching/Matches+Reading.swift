import CSQLite
internal import GRDB

extension Store {
  /// Reads all profiles, and the exchanges that bear on matches, to hold them against the rules of
  /// the project.
  package func matches() throws -> Matches {
    let catalogue = try ofScheme.read { db in
      var catalogue = try MatchCatalogue(RuleBook.inForce(db), from: invocation.today)
      try Self.readProfiles(db, into: &catalogue)
      let exits = Exchange.State.allCases.filter(\.isExit).map { "'\($0.rawValue)'" }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT visitor_id, host_id, mode <> 'virtual'
          FROM exchange
          WHERE state NOT IN (\(exits.joined(separator: ", ")))
          ORDER BY id
          """)
      while let row = try rows.next() {
        try catalogue.add(
          MatchedBefore(visitor: row.value(0), host: row.value(1), isFunded: row.value(2)))
      }
      catalogue.close()
      return catalogue
    }
    return Matches(catalogue: catalogue, today: invocation.today)
  }

  /// The profile of an organisation in one of the roles.
  package func matchedProfile(_ text: String, as role: Profile.Role) throws -> MatchedProfile {
    try ofScheme.read { db in
      let organisation = try Profiles.organisation(text, as: role, db)
      guard let id = try Profiles.id(of: organisation, as: role, db) else {
        throw ProfileProblem.noProfile(organisation.name, role: role)
      }
      return MatchedProfile(role: role, name: organisation.name, id: id)
    }
  }

  /// Texts are lent straight from SQLite: a profile costs no allocation here.
  private static func readProfiles(_ db: Database, into catalogue: inout MatchCatalogue) throws {
    let statement = try PreparedStatement(
      db,
      """
      SELECT profile.id, organisation_id, role = 'host', managing_partner_id, capacity,
             organisation.name, organisation.country, category, sectors, technologies, languages,
             offers, seeks, available_from, available_to, preferred_countries, assessment,
             coalesce(eccp, (SELECT 'member' FROM membership
                             WHERE membership.organisation_id = organisation.id LIMIT 1))
      FROM profile
      JOIN organisation ON organisation.id = profile.organisation_id
      ORDER BY profile.id
      """)
    try statement.forEach { row in
      func text(_ column: Int32) -> MatchEntry.Text? { PreparedStatement.text(row, column) }
      func number(_ column: Int32) -> Int64? {
        sqlite3_column_type(row, column) == SQLITE_NULL ? nil : sqlite3_column_int64(row, column)
      }
      catalogue.add(
        MatchEntry(
          id: sqlite3_column_int64(row, 0), organisation: sqlite3_column_int64(row, 1),
          isHost: sqlite3_column_int64(row, 2) == 1, partner: number(3),
          capacity: number(4).map { Int(clamping: $0) },
          name: text(5) ?? .init(start: nil, count: 0), country: text(6), category: text(7),
          sectors: text(8), technologies: text(9), languages: text(10), offers: text(11),
          seeks: text(12), from: text(13), to: text(14), preferredCountries: text(15),
          assessment: text(16), eccp: text(17)))
    }
  }
}
