internal import Glibc

/// A file that appears whole or not at all: written beside its place, made durable, renamed.
final class OutputFile {
  private let path: String
  /// Where its bytes are until it is finished.
  let temporary: String
  private let overwriting: Bool
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ path: String, overwriting: Bool) throws {
    self.path = path
    self.overwriting = overwriting
    var found = stat()
    if !overwriting, lstat(path, &found) == 0 { throw OutputProblem.thereAlready(path) }
    temporary = "\(path).part-\(getpid())"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputProblem.cannotCreate(path, Self.reason()) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw failed() }
    descriptor = -1
    if !overwriting {
      // link() refuses a name that has come into being since, where rename() would replace it.
      let isNew = link(temporary, path) == 0
      unlink(temporary)
      guard isNew else { throw OutputProblem.thereAlready(path) }
    } else {
      guard rename(temporary, path) == 0 else {
        let reason = Self.reason()
        unlink(temporary)
        throw OutputProblem.cannotCreate(path, reason)
      }
    }
    syncFolder()
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
  var folder: String {
    let slash = path.lastIndex(of: "/")
    return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// A new name is durable only when its folder is.
  private func syncFolder() {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
