import Glibc
import Synchronization
import Testing

@testable import PostOffice

/// A database of its own on the server of the tests, and the roles that come to it.
struct Post {
  static let partners = ["CL", "IN", "LC", "NP", "ST"]
  static let password = "fjord-1814"

  let server: PostgresServer
  let database: String

  /// The role that owns post offices; it has no password, and comes through the socket.
  static let owner = "coordinator"

  init(on server: PostgresServer? = PostgresServer.current, isSetUp: Bool = true) throws {
    let server = try #require(server)
    self.server = server
    let number = try server.posts.withLock { posts in
      if posts == 0 { try Self.makeRoles(on: server) }
      posts += 1
      return posts
    }
    database = "post\(number)"
    let keeper = try Connection(Address(Self.socket(server, "keeper", "postgres")))
    _ = try keeper.ask("CREATE DATABASE \(database) OWNER \(Self.owner)")
    guard isSetUp else { return }
    _ = try office(Self.owner).setUp()
    for partner in Self.partners {
      _ = try office(Self.owner).admit(
        PostOffice.Member(role: partner.lowercased(), project: "BLUES", partner: partner))
    }
  }

  private static func makeRoles(on server: PostgresServer) throws {
    let keeper = try Connection(Address(socket(server, "keeper", "postgres")))
    for partner in partners + ["stranger"] {
      _ = try keeper.ask(
        "CREATE ROLE \(Layout.quoted(partner.lowercased())) LOGIN PASSWORD '\(password)'")
    }
    _ = try keeper.ask("CREATE ROLE \(owner) LOGIN")
    try write(password: password, to: "\(server.folder)/pass")
  }

  /// The file with the password of all partners, which libpq reads only if others may not.
  var passFile: String { "\(server.folder)/pass" }

  static func write(password: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let line = Array("*:*:*:*:\(password)\n".utf8)
    let isWritten = Glibc.write(descriptor, line, line.count) == line.count
    close(descriptor)
    guard isWritten else { throw PostgresServer.Fault(what: "cannot write \(path)") }
  }

  private static func socket(
    _ server: PostgresServer, _ role: String, _ database: String
  ) -> String {
    "host=\(server.folder) port=\(server.port) user=\(role) dbname=\(database)"
  }

  /// The address by which a partner comes, with its password in a file.
  func address(_ role: String, port: Int? = nil, _ more: String = "sslmode=disable") -> String {
    "postgresql://\(role)@127.0.0.1:\(port ?? server.port)/\(database)?passfile=\(passFile)&\(more)"
  }

  /// The post office as a role sees it: through the socket, or for partners by their address.
  func office(_ role: String, port: Int? = nil) throws -> PostOffice {
    let isPartner = Self.partners.contains(role.uppercased()) || role == "stranger"
    return try PostOffice(
      address: isPartner ? address(role, port: port) : Self.socket(server, role, database))
  }

  /// A connection on which a role writes SQL of its own.
  func connection(_ role: String) throws -> Connection {
    try Connection(Address(Self.socket(server, role, database)))
  }

  /// Waits until a connection to this database waits for the lock of another one.
  func waitForLock() throws {
    let keeper = try connection("keeper")
    let question = """
      SELECT FROM pg_locks JOIN pg_database AS d ON d.oid = database
      WHERE datname = '\(database)' AND locktype = 'advisory' AND NOT granted
      """
    for _ in 1...100_000 where try keeper.ask(question).rows > 0 { return }
    throw PostgresServer.Fault(what: "no connection waits for a lock")
  }

  /// A connection of a role, as the post office opens one.
  func role(_ name: String, port: Int? = nil) -> PostOfficeProblem.Role {
    PostOfficeProblem.Role(
      name: name, database: database, place: "127.0.0.1:\(port ?? server.port)")
  }
}

/// A parcel as the tests send it: its bytes, and a label that fits them.
struct Parcel: Equatable {
  let label: PostLabel
  let bytes: [UInt8]

  init(
    _ sender: String, to recipient: String, _ seq: Int64 = 1, project: String = "BLUES",
    _ text: String = "sealed", bytes: [UInt8]? = nil
  ) {
    self.bytes = bytes ?? Array("\(sender) \(recipient) \(seq) \(text)".utf8)
    label = PostLabel(
      project: project, sender: sender, recipient: recipient, seq: seq,
      sha256: SHA256.of(self.bytes), signature: [UInt8](repeating: 7, count: 64))
  }
}

extension PostOffice {
  func send(_ parcel: Parcel) throws(PostOfficeProblem) -> Sent {
    try send(parcel.label, parcel.bytes)
  }

  /// Everything after a position, as labels with their bytes.
  func mail(since position: PostPosition? = nil, limit: Int = largest) throws -> [PostDelivery] {
    var mail: [PostDelivery] = []
    _ = try fetch(project: "BLUES", since: position, limit: limit) { mail.append($0) }
    return mail
  }
}

extension PostDelivery {
  /// From whom, which number, and the bytes as text.
  var summary: String {
    let text =
      switch content {
      case .whole(let bytes): String(decoding: bytes, as: UTF8.self)
      case .tooLarge: "too large"
      case .damaged: "damaged"
      }
    return "\(posted.label.sender) \(posted.label.seq): \(text)"
  }
}
