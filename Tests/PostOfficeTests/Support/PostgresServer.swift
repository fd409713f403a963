import Foundation
import Glibc
import Synchronization
import Testing

/// A real PostgreSQL server in a temporary folder, on loopback, as long as this object is there.
///
/// A shell lays it out, starts it and stops it as an unprivileged user, since a server refuses to
/// run as root. The shell ends it when the tests end, however they end: its input closes then.
final class PostgresServer: Sendable {
  /// What a server that the tests need did not do.
  struct Fault: Error {
    let what: String
  }

  @TaskLocal static var current: PostgresServer?

  let port: Int
  let folder: String
  private let orders: FileHandle
  private let answers: FileHandle
  private let shell: pid_t
  /// How many databases the tests made on it.
  let posts = Mutex(0)

  init() throws {
    let program = try Self.folderOfPrograms()
    port = try Listener.freePort()
    let (input, orders) = try Self.pipe()
    let (answers, output) = try Self.pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    let unprivileged = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    let words =
      ["/usr/bin/env", "-i", "PATH=\(program):/usr/bin:/bin", "LC_ALL=C.UTF-8", "PORT=\(port)"]
      + (getuid() == 0 ? unprivileged : []) + ["/bin/bash", "-c", Self.script]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for text in arguments { free(text) } }
    var shell = pid_t()
    let code = posix_spawn(&shell, words[0], &actions, nil, &arguments, nil)
    close(input)
    close(output)
    self.shell = shell
    self.orders = FileHandle(fileDescriptor: orders, closeOnDealloc: true)
    self.answers = FileHandle(fileDescriptor: answers, closeOnDealloc: true)
    let made = Self.line(of: self.answers)
    guard code == 0, made.hasPrefix("/") else { throw Fault(what: "no server: \(made)") }
    folder = made
  }

  deinit {
    try? order("exit")
    var status: Int32 = 0
    while waitpid(shell, &status, 0) < 0 && errno == EINTR {}
  }

  /// Stops it as a loss of power would, or starts it again.
  func order(_ word: String) throws {
    try orders.write(contentsOf: Data("\(word)\n".utf8))
    let answer = Self.line(of: answers)
    guard answer == "done" else { throw Fault(what: "\(word): \(answer)") }
  }

  /// Lays out a server, says where, and then does as it is told until its input ends.
  private static let script = """
    set -e
    # What other tests have open is not the server's to keep open.
    for descriptor in /proc/$$/fd/*; do
      descriptor=${descriptor##*/}
      if [ "$descriptor" -gt 2 ]; then eval "exec $descriptor>&-"; fi
    done
    folder=$(mktemp -d /tmp/blues-postgres-XXXXXX)
    cd "$folder"
    end() { pg_ctl -D data status > /dev/null && stop; rm -rf "$folder"; }
    trap end EXIT
    fail() { cat log; exit 1; }
    initdb --no-sync --pgdata=data --username=keeper --encoding=UTF8 --locale=C.UTF-8 \\
      --auth-local=trust --auth-host=scram-sha-256 > log 2>&1 || fail
    openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2 \\
      -keyout data/server.key -out data/server.crt > log 2>&1 || fail
    chmod 600 data/server.key
    cat >> data/postgresql.conf <<END
    listen_addresses = '127.0.0.1'
    port = $PORT
    unix_socket_directories = '$folder'
    max_connections = 60
    shared_buffers = 32MB
    ssl = on
    END
    start() { pg_ctl -w -D data -l log start > /dev/null || fail; }
    stop() { pg_ctl -w -D data -m immediate stop > /dev/null; }
    start
    echo "$folder"
    while read -r word; do "$word"; echo done; done
    """

  /// Where `initdb` and its like are: on Debian not where commands are.
  private static func folderOfPrograms() throws -> String {
    let versions =
      (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let folders =
      versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
      + ["/usr/local/bin", "/usr/bin"]
    let folder = folders.first { access("\($0)/initdb", X_OK) == 0 }
    guard let folder else { throw Fault(what: "PostgreSQL is not installed: `make engines`") }
    return folder
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Fault(what: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func line(of handle: FileHandle) -> String {
    var bytes: [UInt8] = []
    while let byte = try? handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Has one server for all tests of a suite.
struct WithServer: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let server = try PostgresServer()
    try await PostgresServer.$current.withValue(server) { try await function() }
  }
}

/// What is tested with a server; every suite is inside it.
@Suite(WithServer()) struct `A post office` {}
