internal import Basics

extension PostOffice {
  /// A role of the server that may send and fetch as a partner of a project.
  package struct Member: Hashable, Sendable {
    package let role: String
    package let project: String
    package let partner: String

    package init(role: String, project: String, partner: String) {
      self.role = role
      self.project = project
      self.partner = partner
    }
  }

  /// Lets a role of the server send and fetch as a partner; false where it could already.
  ///
  /// A partner may have several roles, one for each person; a role is one partner in a project.
  package func admit(_ member: Member) throws(PostOfficeProblem) -> Bool {
    try check(member.project, "project")
    try check(member.partner, "partner")
    let connection = try enterAsOwner()
    let role = Connection.plain(member.role)
    let known = try connection.ask(
      """
      SELECT r.rolsuper OR r.rolbypassrls
        OR (r.oid <> c.relowner AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
      FROM pg_roles AS r, pg_class AS c
      WHERE r.rolname = $1 AND c.oid = 'blues_post.parcel'::regclass
      """, [.text(member.role)])
    guard known.rows > 0 else { throw .roleMissing(role, place: connection.place) }
    guard !known.isTrue(0) else { throw .aboveTheRules(role) }
    _ = try connection.ask("BEGIN")
    let added = try connection.ask(
      "INSERT INTO blues_post.member (role, project, partner) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
      [.text(member.role), .text(member.project), .text(member.partner)])
    if added.changes == 0 {
      let there = try connection.ask(
        "SELECT partner FROM blues_post.member WHERE role = $1 AND project = $2",
        [.text(member.role), .text(member.project)])
      guard there.text(0) == member.partner else {
        throw .otherPartner(
          role, project: Connection.plain(member.project), partner: Connection.plain(there.text(0)))
      }
    }
    for grant in Layout.grants(to: Layout.quoted(member.role)) { _ = try connection.ask(grant) }
    _ = try connection.ask("COMMIT")
    return added.changes > 0
  }

  /// Takes the right to send and fetch from a role; false where it had none.
  ///
  /// Its mail stays.
  package func revoke(role: String, project: String) throws(PostOfficeProblem) -> Bool {
    let connection = try enterAsOwner()
    let isOwner = connection.role.name == role
    _ = try connection.ask("BEGIN")
    let removed = try connection.ask(
      "DELETE FROM blues_post.member WHERE role = $1 AND project = $2",
      [.text(role), .text(project)])
    let left = try connection.ask(
      "SELECT count(*)::text FROM blues_post.member WHERE role = $1", [.text(role)])
    // Its owner keeps what it may do with its own tables.
    if removed.changes > 0, left.number(0) == 0, !isOwner {
      for withdrawal in Layout.withdrawals(from: Layout.quoted(role)) {
        _ = try connection.ask(withdrawal)
      }
    }
    _ = try connection.ask("COMMIT")
    return removed.changes > 0
  }

  /// Who may send and fetch, by project, partner and role.
  package func members() throws(PostOfficeProblem) -> [Member] {
    let connection = try enterAsOwner()
    let answer = try connection.ask(
      """
      SELECT role::text, project, partner FROM blues_post.member
      ORDER BY project COLLATE "C", partner COLLATE "C", role
      """)
    return (0..<answer.rows).map {
      Member(
        role: answer.text(0, row: $0), project: answer.text(1, row: $0),
        partner: answer.text(2, row: $0))
    }
  }

  private func enterAsOwner() throws(PostOfficeProblem) -> Connection {
    let connection = try connect()
    guard let owner = try owner(connection) else { throw .notSetUp(connection.role) }
    guard owner.isUs else { throw .notOwner(connection.role) }
    return connection
  }

  private func check(_ name: String, _ part: String) throws(PostOfficeProblem) {
    guard (1...PostLabel.longestName).contains(name.utf8.count),
      !name.unicodeScalars.contains(where: \.isControl)
    else { throw .unusableLabel(part: part) }
  }
}
