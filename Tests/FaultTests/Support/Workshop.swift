import Foundation

/// A folder of one test, with a project file in it, that goes when the test is done.
final class Workshop {
  let folder: String

  init(_ files: [String: Data] = [:]) throws {
    var template = Array("/tmp/blues-fault-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  /// Takes over a folder that is there.
  init(takingOver folder: String) {
    self.folder = folder
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var project: String { path("blues.db") }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: path(name)))
    chmod(path(name), 0o600)
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Names that no command may leave behind beside a project and a list.
  func strays() throws -> [String] {
    let fitting: Set = ["blues.db", "blues.db-wal", "blues.db-shm", "list.csv", "calls"]
    return try names().filter { !fitting.contains($0) }
  }

  @discardableResult
  func blues(_ words: String..., fault: Fault? = nil) throws -> Command.Ending {
    try command(words, fault: fault).run()
  }

  func command(_ words: [String], fault: Fault? = nil) -> Command {
    Command([Built.blues] + words, in: folder, with: fault?.environment ?? [:])
  }

  /// How many calls change files, or reach them, when the command runs untouched.
  func calls(_ words: [String], reaching: Bool = false) throws -> Int {
    let counted = path("calls")
    var variables = ["LD_PRELOAD": Built.shim, "FAULT_COUNT": counted]
    if reaching { variables["FAULT_REACH"] = "1" }
    let ending = try Command([Built.blues] + words, in: folder, with: variables).run()
    guard ending.code == 0, let number = Int(String(decoding: try read("calls"), as: UTF8.self))
    else { throw UnexpectedEnding(ending: ending) }
    unlink(counted)
    return number
  }

  /// A command that was to succeed and did not.
  struct UnexpectedEnding: Error {
    let ending: Command.Ending
  }
}
