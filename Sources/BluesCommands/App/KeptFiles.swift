internal import Basics
internal import BluesCore
internal import Glibc

/// The files that no answer may replace: the project and what belongs to it, and what the command
/// reads.
struct KeptFiles {
  /// The project file that the command works on.
  var project: String?
  /// Where the registered papers lie; asked only when a file is about to be replaced.
  var papers: () throws -> [String] = { [] }
  /// The lists that the command reads; `-` is standard input.
  var inputs: [String] = []

  /// Refuses the path of an output that leads to one of them, however it is spelled.
  func check(_ path: String) throws {
    let wanted = FilePlace(path)
    func refuse(_ files: [String], _ what: String) throws {
      guard files.contains(where: { FilePlace($0).isSame(as: wanted) }) else { return }
      throw OutputProblem.kept(path, what)
    }
    if let project {
      try refuse([project], "the project file")
      let whole = FilePlace(project).path ?? project
      try refuse(Self.companions.map { whole + $0 }, "a part of the project file")
      try refuse([whole + ".key"], "the secret key of the project")
      try refuse([Store.copies(beside: whole)], "the folder of the registered files")
    }
    try refuse(inputs.map { $0 == "-" ? "/dev/stdin" : $0 }, "the list that is read")
    if Self.isProject(path) { throw OutputProblem.kept(path, "a project file") }
    for companion in Self.companions where path.hasSuffix(companion) {
      guard Self.isProject(String(path.dropLast(companion.count))) else { continue }
      throw OutputProblem.kept(path, "a part of a project file")
    }
    if wanted.node != nil { try refuse(papers(), "a registered paper") }
  }

  /// Refuses one file for two answers; options that are not given name none.
  static func refuseSame(_ outputs: [(option: String, path: String?)]) throws {
    let named = outputs.compactMap { output in output.path.map { (output.option, $0) } }
    for (index, (option, path)) in named.enumerated() {
      for (other, place) in named[..<index] where FilePlace(place).isSame(as: FilePlace(path)) {
        throw OutputProblem.sameFile(path, options: [other, option])
      }
    }
  }

  private static let companions = ["-wal", "-shm", "-journal"]

  /// Whether a file says in its first bytes that it is a project.
  private static func isProject(_ path: String) -> Bool {
    var found = stat()
    guard stat(path.fileName, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 72)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return false }
    return Store.isProject(firstBytes: bytes)
  }
}
