internal import Basics
import Glibc

extension ByteSource {
  /// The file, pipe or device at a path, open until the source is let go.
  ///
  /// A named pipe that nobody writes to is waited for two seconds, and then refused.
  package static func file(at path: String) throws(TabularProblem) -> ByteSource {
    try opened(path, onlyRegular: false)
  }

  /// The same for what has to be a file: a folder, a pipe or a device is refused.
  package static func regularFile(at path: String) throws(TabularProblem) -> ByteSource {
    try opened(path, onlyRegular: true)
  }

  /// Refuses a path at which nothing can be read, before anything is made of others.
  package static func check(_ path: String) throws(TabularProblem) {
    guard access(path.fileName, R_OK) == 0 else {
      throw .unreadable(path: path, ReadFault(code: errno))
    }
  }

  private static func opened(
    _ path: String, onlyRegular: Bool
  ) throws(TabularProblem) -> ByteSource {
    // Without waiting: a pipe that has no writer would hold the command for ever.
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, ReadFault(code: errno)) }
    let file = OpenFile(descriptor: descriptor)
    let kind = kind(of: descriptor)
    guard !onlyRegular || [S_IFREG, S_IFDIR].contains(kind) else {
      throw .unreadable(path: path, .isPipeOrDevice)
    }
    var first: [UInt8] = []
    if kind == S_IFIFO {
      guard let bytes = firstBytes(ofPipe: descriptor) else {
        throw .unreadable(path: path, .hasNoWriter)
      }
      first = bytes
    }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    let source = ByteSource.file(descriptor: descriptor).after(first)
    return ByteSource(isEndless: source.isEndless) { buffer throws(TabularProblem) in
      do throws(TabularProblem) {
        return try withExtendedLifetime(file) { () throws(TabularProblem) in
          try source.fill(buffer)
        }
      } catch .unreadable(_, let fault) {
        throw .unreadable(path: path, fault)
      }
    }
  }

  /// The same bytes with others before them.
  private func after(_ first: [UInt8]) -> ByteSource {
    guard !first.isEmpty else { return self }
    let head = ByteSource.bytes(first)
    return ByteSource(isEndless: isEndless) { buffer throws(TabularProblem) in
      let count = try head.fill(buffer)
      return count > 0 ? count : try self.fill(buffer)
    }
  }

  /// What a pipe gives at once, which may be nothing; nil when nobody comes to write to it.
  private static func firstBytes(ofPipe descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<20 {
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 { return Array(bytes.prefix(count)) }
      // Somebody holds the other end, or the descriptor is at fault, which the next read tells.
      if count < 0 && errno != EINTR { return [] }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // A writer that came and went without a word has hung up.
      if poll(&wait, 1, 100) > 0, Int32(wait.revents) & POLLIN == 0 { return [] }
    }
    return nil
  }

  static func kind(of descriptor: Int32) -> mode_t {
    var about = stat()
    return fstat(descriptor, &about) == 0 ? about.st_mode & S_IFMT : 0
  }
}

/// A descriptor that closes with its last user.
private final class OpenFile {
  let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
