internal import Basics
internal import BluesCore
internal import Glibc

/// A file that appears whole or not at all: written without a name, made durable, given its name.
///
/// What is killed on the way leaves nothing. On a disk that has no nameless files it is written
/// beside its place, under a name that ends in `.part-` and the number of the process.
final class OutputFile {
  private let path: String
  /// Where its bytes are until it is finished.
  let temporary: String
  private let overwriting: Bool
  /// Its name until it is finished; nil while it has none.
  private var partName: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ path: String, overwriting: Bool) throws {
    self.path = path
    self.overwriting = overwriting
    var found = stat()
    if lstat(path.fileName, &found) == 0 {
      guard overwriting else { throw OutputProblem.thereAlready(path) }
      try Self.checkReplaceable(path, found.st_mode & S_IFMT)
    }
    Leftovers.clear(besides: path).forEach(Console.removed)
    let nameless = Self.openNameless(in: Store.folder(of: path))
    if nameless >= 0 {
      descriptor = nameless
      temporary = "/proc/self/fd/\(nameless)"
      HeldOutputs.add(self, at: path)
      return
    }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw OutputProblem.cannotCreate(path, Self.reason())
    }
    let part = Leftovers.draftName(of: path)
    descriptor = open(part.fileName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    temporary = part
    guard descriptor >= 0 else { throw OutputProblem.cannotCreate(path, Self.reason()) }
    partName = part
    HeldOutputs.add(self, at: path)
  }

  deinit {
    HeldOutputs.remove(self)
    // After fsync() nothing about the bytes is left that closing could tell.
    close(descriptor)
    if let partName { unlink(partName.fileName) }
  }

  func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 else { throw failed() }
    if overwriting { try replace() } else { try appear() }
    let code = FolderEntry.sync(folder)
    guard code == 0 else {
      if !overwriting { unlink(path.fileName) }
      throw OutputProblem.cannotWrite(path, Self.reason(code))
    }
  }

  /// Only files are replaced; what a link leads to might be anything.
  private static func checkReplaceable(_ path: String, _ kind: mode_t) throws {
    switch kind {
    case S_IFREG: break
    case S_IFLNK: throw OutputProblem.link(path)
    case S_IFDIR: throw OutputProblem.cannotCreate(path, reason(EISDIR))
    default: throw OutputProblem.cannotCreate(path, "it is not a file")
    }
  }

  /// A link refuses a name that has come into being since, where rename() would replace it.
  private func appear() throws {
    guard link(to: path) else {
      if errno == EEXIST { throw OutputProblem.thereAlready(path) }
      throw OutputProblem.cannotCreate(path, Self.reason())
    }
    if let partName { unlink(partName.fileName) }
    partName = nil
  }

  private func replace() throws {
    if partName == nil {
      let part = Leftovers.draftName(of: path)
      guard link(to: part) else { throw OutputProblem.cannotCreate(path, Self.reason()) }
      partName = part
    }
    guard rename((partName ?? temporary).fileName, path.fileName) == 0 else {
      throw OutputProblem.cannotCreate(path, Self.reason())
    }
    partName = nil
  }

  private func link(to name: String) -> Bool {
    linkat(
      AT_FDCWD, temporary.fileName, AT_FDCWD, name.fileName,
      partName == nil ? AT_SYMLINK_FOLLOW : 0) == 0
  }

  private func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failed()
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failed() -> OutputProblem { .cannotWrite(path, Self.reason()) }

  /// The folder it stands in.
  var folder: String { Store.folder(of: path) }

  /// A file without a name, which gets one through /proc; less than zero, with errno, without.
  private static func openNameless(in folder: String) -> Int32 {
    guard access("/proc/self/fd", X_OK) == 0 else {
      errno = EOPNOTSUPP
      return -1
    }
    return open(folder.fileName, O_WRONLY | nameless | O_CLOEXEC, 0o600)
  }

  /// `O_TMPFILE`, which the importer of C macros leaves out: its own bit and that of a folder.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  private static func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
}
