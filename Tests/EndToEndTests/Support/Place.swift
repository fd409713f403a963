import Foundation
import Glibc

/// A folder of its own with the fixtures in it, in which shell commands run as a user types them.
///
/// Commands see nothing of the machine but `PATH`; the date, the user and the width are fixed, so
/// that what they print repeats.
final class Place: Sendable {
  /// What a command printed, on both streams, and its exit code.
  struct Ran: Equatable {
    let output: String
    let exit: Int32
  }

  /// Something of the system that a test needs did not work.
  struct Fault: Error {
    let what: String
  }

  static let environment = [
    "BLUES_TODAY": "2021-03-31", "BLUES_USER": "ana", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
  ]

  let path: String

  init() throws {
    var name = Array("\(NSTemporaryDirectory())/blues-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw Fault(what: "no temporary folder") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try FileManager.default.copyItem(
      atPath: "\(Repository.root)/Fixtures", toPath: "\(path)/Fixtures")
  }

  /// A place with a project whose deliverables are imported, made once and copied.
  static func withProject() throws -> Place {
    let place = try Place()
    try FileManager.default.copyItem(
      atPath: "\(prepared.get().path)/blues.db", toPath: "\(place.path)/blues.db")
    return place
  }

  private static let prepared = Result {
    let place = try Place()
    try place.must(
      "blues init && blues workpackage deliverable import Fixtures/deliverables.csv")
    return place
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Runs a line through `/bin/sh` with both streams in one file, so that they keep their order.
  func run(_ line: String, environment extra: [String: String] = [:]) throws -> Ran {
    // Its own for each line, since tests that share a place run side by side.
    let record = "\(path).\(UUID().uuidString).output"
    defer { unlink(record) }
    var environment = Self.environment.merging(extra) { $1 }
    environment["PATH"] = "\(Repository.binaries):\(Repository.variable("PATH") ?? "/usr/bin:/bin")"
    let exit = try spawn(
      ["/bin/sh", "-c", "cd \"$0\" && exec /bin/sh -c \"$1\"", path, line], environment, record)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: record))
    return Ran(output: String(decoding: bytes, as: UTF8.self), exit: exit)
  }

  /// Runs a line that has to succeed, and answers with what it printed.
  @discardableResult
  func must(_ line: String, environment: [String: String] = [:]) throws -> String {
    let ran = try run(line, environment: environment)
    guard ran.exit == 0 else { throw Fault(what: "\(line): exit \(ran.exit): \(ran.output)") }
    return ran.output
  }

  private func spawn(
    _ words: [String], _ environment: [String: String], _ record: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, record, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child = pid_t()
    guard posix_spawn(&child, words[0], &actions, nil, &arguments, &variables) == 0 else {
      throw Fault(what: "\(words[0]) does not start")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Fault(what: "the end of \(words[0]) was not seen") }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
