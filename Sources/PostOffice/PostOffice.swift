/// A PostgreSQL server that keeps sealed parcels until their recipients fetch them.
///
/// One table, to which each partner's role adds as itself and in which it reads its own mail;
/// nothing there is changed or removed. What a parcel holds is not known here.
package struct PostOffice: Sendable {
  /// The most bytes of a parcel.
  package static let largest = 256 << 20

  let address: Address
  var patience = Connection.Patience()
  /// The limit of this post office's parcels; lower only to try it.
  var limit = largest

  /// Refuses an address that libpq cannot read or that holds a password; asks nobody yet.
  package init(address: String) throws(PostOfficeProblem) {
    self.address = try Address(address)
  }

  /// A connection on which neither names nor waiting depend on the settings of server and role.
  func connect() throws(PostOfficeProblem) -> Connection {
    let connection = try Connection(address, patience: patience)
    _ = try connection.ask(
      """
      SELECT pg_catalog.set_config(name, value, false) FROM (VALUES
        ('search_path', 'pg_catalog, pg_temp'), ('synchronous_commit', 'on'),
        ('row_security', 'on'), ('lock_timeout', '30s'), ('client_min_messages', 'error'),
        ('default_transaction_isolation', 'read committed')) AS setting (name, value)
      """)
    return connection
  }

  /// A connection to a server that is known to have a post office.
  func enter() throws(PostOfficeProblem) -> Connection {
    let connection = try connect()
    guard try owner(connection) != nil else { throw .notSetUp(connection.role) }
    return connection
  }

  /// Who owns the post office, and whether that is us; nil where there is none.
  func owner(
    _ connection: Connection
  ) throws(PostOfficeProblem) -> (name: String, isUs: Bool)? {
    let answer = try connection.ask(Layout.question)
    guard answer.rows > 0 else { return nil }
    guard answer.text(2) == Layout.shape else { throw .notAPostOffice(connection.role) }
    return (Connection.plain(answer.text(0)), answer.isTrue(1))
  }

  /// The partner that the connection's role is in a project.
  func partner(
    in project: String, _ connection: Connection
  ) throws(PostOfficeProblem) -> String {
    let problem = PostOfficeProblem.notAdmitted(
      connection.role, project: Connection.plain(project))
    do throws(PostOfficeProblem) {
      let answer = try connection.ask(
        "SELECT partner FROM blues_post.member WHERE role = current_user AND project = $1",
        [.text(project)])
      guard answer.rows > 0 else { throw problem }
      return answer.text(0)
    } catch  where error.code == "42501" {
      throw problem
    }
  }
}
