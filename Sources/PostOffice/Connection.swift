internal import Basics
internal import CPostgres
internal import Glibc

/// One connection to a PostgreSQL server, from opening to closing; a question at a time.
///
/// Nothing waits for ever: each wait for the server has its end, however much comes in all.
final class Connection {
  let library: PostgresLibrary
  let handle: OpaquePointer
  /// Where the server is, for messages.
  private(set) var place = ""

  /// How long to wait for one sign of the server, in seconds.
  struct Patience: Sendable {
    var opening: Int32 = 10
    var answering: Int32 = 60
  }
  private let patience: Patience

  /// The oldest server that is asked, in PostgreSQL's way of numbering.
  static let oldest: Int32 = 13_00_00

  init(_ address: Address, patience: Patience = Patience()) throws(PostOfficeProblem) {
    let library = try PostgresLibrary.get()
    // What the address says comes later and wins; keepalives find out that the network is gone.
    let options = [
      ("application_name", "blues"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
      ("keepalives_count", "4"), ("tcp_user_timeout", "30000"), ("dbname", address.text),
      ("client_encoding", "UTF8"),
    ]
    let words = options.map { (strdup($0.0), strdup($0.1)) }
    defer { for pair in words { free(pair.0); free(pair.1) } }
    let keywords = words.map { UnsafePointer($0.0) } + [nil]
    let values = words.map { UnsafePointer($0.1) } + [nil]
    guard let handle = library.connectStart(keywords, values, 1) else {
      throw .unreachable(place: "this address", reason: "no memory")
    }
    self.library = library
    self.handle = handle
    self.patience = Patience(
      opening: address.patience ?? patience.opening, answering: patience.answering)
    // Codes instead of sentences, which are in the language of the server.
    _ = library.setErrorVerbosity(handle, PQERRORS_SQLSTATE)
    // Without it libpq prints what the server says besides.
    _ = library.setNoticeProcessor(handle, { _, _ in }, nil)
    try open()
  }

  deinit { library.finish(handle) }

  /// Who asks, which database, and where.
  var role: PostOfficeProblem.Role {
    PostOfficeProblem.Role(
      name: Self.plain(library.user(handle)), database: Self.plain(library.database(handle)),
      place: place)
  }

  /// How well the way to the server is protected.
  var link: PostLink {
    if library.isEncrypted(handle) != 0 || library.isUnderKerberos(handle) != 0 {
      return .encrypted
    }
    let host = Self.plain(library.host(handle))
    let isNear = host.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains(host)
    return isNear ? .local : .open
  }

  private func open() throws(PostOfficeProblem) {
    var step = PGRES_POLLING_WRITING
    while step != PGRES_POLLING_OK {
      place = currentPlace
      guard step != PGRES_POLLING_FAILED, library.status(handle) != CONNECTION_BAD else {
        throw openingProblem
      }
      let events = step == PGRES_POLLING_READING ? POLLIN : POLLOUT
      try wait(for: Int16(events), seconds: patience.opening)
      step = library.connectPoll(handle)
    }
    place = currentPlace
    let version = library.serverVersion(handle)
    guard version >= Self.oldest else {
      let found =
        version >= 10_00_00 ? "\(version / 10_000)" : "\(version / 10_000).\(version / 100 % 100)"
      throw .tooOld(place: place, found: found, needed: "\(Self.oldest / 10_000)")
    }
    _ = library.setNonblocking(handle, 1)
  }

  private var currentPlace: String {
    let host = Self.plain(library.host(handle))
    let port = Self.plain(library.port(handle))
    if host.isEmpty { return "this address" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Waits until the server can be written to or read from.
  func wait(for events: Int16, seconds: Int32) throws(PostOfficeProblem) {
    var waiting = pollfd(fd: library.socket(handle), events: events, revents: 0)
    guard waiting.fd >= 0 else { throw .lost(place: place) }
    while true {
      let ready = poll(&waiting, 1, seconds * 1000)
      if ready > 0 { return }
      if ready == 0 { throw .silent(place: place, seconds: Int(seconds)) }
      guard errno == EINTR || errno == EAGAIN else { throw .lost(place: place) }
    }
  }

  /// Waits until an answer is there, and sends what is still to be sent meanwhile.
  func waitForAnswer() throws(PostOfficeProblem) {
    var unsent = library.flush(handle)
    while unsent != 0 || library.isBusy(handle) != 0 {
      guard unsent >= 0, library.status(handle) == CONNECTION_OK else { throw .lost(place: place) }
      try wait(
        for: Int16(unsent > 0 ? POLLIN | POLLOUT : POLLIN), seconds: patience.answering)
      // Also while sending: a server that refuses would otherwise wait for its words to be read.
      guard library.consumeInput(handle) != 0 else { throw .lost(place: place) }
      unsent = library.flush(handle)
    }
  }

  /// Why the connection could not be opened.
  private var openingProblem: PostOfficeProblem {
    let text = library.errorMessage(handle).map { String(cString: $0) } ?? ""
    if let code = Self.code(in: text) {
      switch code {
      case "28P01": return .wrongPassword(role)
      case "28000", "42501": return .notLetIn(role)
      case "3D000": return .databaseMissing(role)
      case "53300", "57P01", "57P02", "57P03": return .busy(place: place)
      default: return .refused(place: place, code: code)
      }
    }
    if library.needsPassword(handle) != 0 { return .passwordMissing(role) }
    let lines = text.split(separator: "\n")
    let line = lines.last { $0.contains(" failed: ") } ?? lines.first ?? "no reason given"
    let reason = line.ranges(of: " failed: ").first.map { line[$0.upperBound...] } ?? line
    return .unreachable(place: place, reason: Self.plain(String(reason)))
  }

  /// The code of five digits and capitals with which libpq ends a line about a server's error.
  private static func code(in text: String) -> String? {
    text.split(separator: "\n").last { $0.contains("FATAL:") || $0.contains("ERROR:") }.flatMap {
      let code = $0.suffix(5)
      let isCode =
        code.utf8.count == 5
        && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      return isCode ? String(code) : nil
    }
  }

  /// A short text in one line, whatever a server or an address has in it.
  static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(200).map { $0.isControl ? "?" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func plain(_ text: UnsafeMutablePointer<CChar>?) -> String {
    plain(text.map { String(cString: $0) } ?? "")
  }
}

/// How well the way to a post office is protected; parcels are sealed whatever it is.
package enum PostLink: Sendable {
  /// By TLS, or by Kerberos.
  case encrypted
  /// It does not leave the computer.
  case local
  /// Not at all: others on the way can read who sends to whom, and change it.
  case open
}
