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

  /// A folder as a disk has it.
  convenience init(_ state: Disk.State) throws {
    try self.init()
    for (names, bytes) in state.contents {
      for name in names { try write(name == names[0] ? bytes : Data(), to: name) }
      for name in names.dropFirst() {
        unlink(path(name))
        link(path(names[0]), path(name))
      }
    }
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

  /// Writes a file, and makes the folders that its name has before it.
  func write(_ bytes: Data, to name: String) throws {
    if let slash = name.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: path(String(name[..<slash])), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
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

  /// The names of all files in it and in its folders, sorted.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter {
      var found = stat()
      return lstat(path($0), &found) == 0 && found.st_mode & S_IFMT != S_IFDIR
    }
  }

  /// Whether nothing of the project is in a log beside its file.
  func isFolded() -> Bool {
    var found = stat()
    return stat("\(project)-wal", &found) != 0 || found.st_size == 0
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

  /// How many calls of a kind there are when the command runs untouched.
  func calls(_ words: [String], _ kind: Fault.Kind = .changing) throws -> Int {
    let counted = path("calls")
    let variables = [
      "LD_PRELOAD": Built.shim, "FAULT_COUNT": counted, "FAULT_KIND": kind.rawValue,
    ]
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
