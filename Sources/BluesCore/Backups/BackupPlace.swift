internal import Basics
internal import Glibc

/// Where a backup goes: into a folder, under a name of its instant, or to a file that is not there yet.
struct BackupPlace {
  let path: String
  /// The folder whose earlier backups may go; nil where the file was named.
  let folder: String?
  /// Whether the folder is still to be made.
  let isNew: Bool
  private let stem: String
  private let ending: String

  /// Where several are kept, a name without an ending that is not there yet is that of a folder.
  ///
  /// - Throws: `BackupProblem.thereAlready`; a backup is never written over anything.
  init(
    _ goal: String, of project: String, at instant: String, isEncrypted: Bool,
    ofSeveral: Bool = false
  ) throws {
    let name = project.split(separator: "/").last.map(String.init) ?? "blues.db"
    stem = name.hasSuffix(".db") ? String(name.dropLast(3)) : name
    ending = isEncrypted ? ".db.age" : ".db"
    var found = stat()
    let isThere = stat(goal.fileName, &found) == 0
    isNew = !isThere && ofSeveral && Self.isFolderName(goal)
    guard isNew || isThere && found.st_mode & S_IFMT == S_IFDIR else {
      guard goal.utf8.last != UInt8(ascii: "/") else { throw BackupProblem.noFolder(goal) }
      for name in Store.fileEndings.map({ goal + $0 }) where Self.exists(name) {
        throw BackupProblem.thereAlready(name)
      }
      path = goal
      folder = nil
      return
    }
    var bare = goal
    while bare.utf8.count > 1, bare.utf8.last == UInt8(ascii: "/") { bare.removeLast() }
    let first = "\(bare)/\(stem)-\(instant.filter { $0 != ":" })"
    var number = 1
    while Self.exists(first + (number == 1 ? "" : "-\(number)") + ending) { number += 1 }
    path = first + (number == 1 ? "" : "-\(number)") + ending
    folder = bare
  }

  private static func isFolderName(_ goal: String) -> Bool {
    let name = goal.split(separator: "/").last ?? ""
    return goal.utf8.last == UInt8(ascii: "/") || !name.isEmpty && !name.contains(".")
  }

  /// Makes the folder where it is new, for its owner alone.
  ///
  /// - Throws: `BackupProblem.noFolder` where it cannot be made.
  func makeFolder() throws {
    guard isNew, let folder else { return }
    guard mkdir(folder.fileName, 0o700) == 0 || errno == EEXIST else {
      throw BackupProblem.noFolder("\(folder)/")
    }
  }

  /// The earlier backups that go when only the last few are kept, the new one among them.
  func surplus(keeping count: Int) -> [String] {
    guard let folder else { return [] }
    let names = Leftovers.names(in: folder).compactMap { name in
      order(of: name).map { (name: name, order: $0) }
    }.filter { "\(folder)/\($0.name)" != path && Self.isBackup("\(folder)/\($0.name)") }
    let sorted = names.sorted {
      ($0.order.instant, $0.order.number) < ($1.order.instant, $1.order.number)
    }
    return sorted.dropLast(max(0, count - 1)).map { "\(folder)/\($0.name)" }
  }

  /// Removes what killed commands left of backups, under the names of other instants too.
  func clearLeftovers() -> [String] {
    let name = path.split(separator: "/").last.map(String.init)
    return Leftovers.clear(in: Store.folder(of: path)) {
      $0 == name || folder != nil && order(of: $0) != nil
    }
  }

  /// When a name says that it was made, such as `blues-2021-03-31T120000Z-2.db`; nil for names that
  /// no backup of this project and kind has.
  private func order(of name: String) -> (instant: String, number: Int)? {
    guard name.hasPrefix("\(stem)-"), name.hasSuffix(ending) else { return nil }
    let middle = name.dropFirst(stem.count + 1).dropLast(ending.count)
    let instant = middle.prefix(18)
    let form = instant.map { $0.isASCII && $0.isNumber ? "9" : $0 }
    guard String(form) == "9999-99-99T999999Z" else { return nil }
    let rest = middle.dropFirst(18)
    guard !rest.isEmpty else { return (String(instant), 1) }
    guard rest.first == "-", let number = Int(rest.dropFirst()), number > 1 else { return nil }
    return (String(instant), number)
  }

  /// Whether a file is a project or an encrypted file, by its first bytes; links are left alone.
  private static func isBackup(_ path: String) -> Bool {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return false }
    var bytes = [UInt8](repeating: 0, count: 72)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    return Store.isProject(firstBytes: bytes) || bytes.starts(with: BackupProblem.ageMark)
  }

  private static func exists(_ path: String) -> Bool {
    var found = stat()
    return lstat(path.fileName, &found) == 0
  }
}
