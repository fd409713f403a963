internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc

/// A folder of files, for its owner alone, that appears whole or not at all: written beside its place
/// and renamed.
///
/// What is killed on the way leaves a folder whose name ends in `.part-` or `.old-` and the number of
/// the process; the next command for the same place removes it, or gives an old one its name again.
final class OutputFolder {
  private let path: String
  private let temporary: String
  private var isThere = false
  private(set) var names: [String] = []

  /// Begins a folder; one that is there is replaced only when asked, and only if it is of our making:
  /// it has files alone, and their names are those that the command gives.
  init(
    _ path: String, overwriting: Bool, isOurs: (_ path: String, _ names: [String]) -> Bool
  ) throws {
    var bare = path
    while bare.utf8.count > 1, bare.utf8.last == UInt8(ascii: "/") { bare.removeLast() }
    guard let name = bare.split(separator: "/").last, ![".", "..", "-"].contains(name) else {
      throw OutputProblem.cannotCreate(
        path.isEmpty ? "The folder" : path, "give the folder a name of its own")
    }
    self.path = bare
    temporary = Leftovers.draftName(of: bare)
    Self.clear(bare)
    var found = stat()
    if lstat(bare.fileName, &found) == 0 {
      guard found.st_mode & S_IFMT == S_IFDIR else {
        throw OutputProblem.cannotCreate(bare, "it is not a folder")
      }
      guard overwriting else { throw OutputProblem.thereAlready(bare) }
      guard Self.hasFilesAlone(bare), isOurs(bare, Self.entries(of: bare)) else {
        throw OutputProblem.foreignFolder(bare)
      }
    }
    guard mkdir(temporary.fileName, 0o700) == 0 else {
      throw OutputProblem.cannotCreate(bare, String(cString: strerror(errno)))
    }
    isThere = true
  }

  deinit { if isThere { Self.remove(temporary) } }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = try OutputFile("\(temporary)/\(name)", overwriting: false)
    try file.append(bytes)
    try file.finish()
    names.append(name)
  }

  /// Gives the folder its name; the one that was there goes.
  func finish() throws {
    let old = "\(path).old-\(getpid())"
    let isReplacing = rename(path.fileName, old.fileName) == 0
    guard rename(temporary.fileName, path.fileName) == 0 else {
      let reason = String(cString: strerror(errno))
      if isReplacing { rename(old.fileName, path.fileName) }
      throw OutputProblem.cannotCreate(path, reason)
    }
    isThere = false
    if isReplacing { Self.remove(old) }
  }

  private static func hasFilesAlone(_ path: String) -> Bool {
    entries(of: path).allSatisfy { name in
      var found = stat()
      return lstat("\(path)/\(name)".fileName, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }
  }

  /// Whether a folder has nothing, or an index of reports that we wrote.
  static func hasIndex(_ path: String, _ names: [String]) -> Bool {
    guard !names.isEmpty else { return true }
    let descriptor = open("\(path)/index.html".fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 && IndexPage.isIndex(String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// Clears what dead commands left beside the place.
  private static func clear(_ path: String) {
    for old in leftovers(of: path, ".old-") where access(path.fileName, F_OK) != 0 {
      guard rename(old.fileName, path.fileName) == 0 else { continue }
      Console.say("blues: \(path) is back, which an interrupted command was replacing")
    }
    for left in leftovers(of: path, ".old-") + leftovers(of: path, ".part-") {
      remove(left)
      Console.removed(left)
    }
    Leftovers.clear(besides: path).forEach(Console.removed)
  }

  /// Folders beside the place that have its name, a mark and the number of a process that has ended.
  private static func leftovers(of path: String, _ mark: String) -> [String] {
    let folder = Store.folder(of: path)
    let start = (path.split(separator: "/").last.map(String.init) ?? path) + mark
    return entries(of: folder).filter { name in
      guard name.hasPrefix(start), let process = pid_t(name.dropFirst(start.count)) else {
        return false
      }
      return kill(process, 0) != 0 && errno == ESRCH
    }.map { "\(folder)/\($0)" }
  }

  private static func entries(of path: String) -> [String] { FolderEntry.names(in: path) ?? [] }

  /// Removes a folder of files.
  private static func remove(_ path: String) {
    for name in entries(of: path) { unlink("\(path)/\(name)".fileName) }
    rmdir(path.fileName)
  }
}
