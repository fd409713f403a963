import Glibc

/// Where the bytes of a table come from: a file, a pipe, memory, or anything that can fill a buffer.
package struct ByteSource {
  /// Fills the buffer from its start and answers how many bytes it wrote; zero is the end.
  package typealias Fill = (UnsafeMutableRawBufferPointer) throws(TabularProblem) -> Int

  let fill: Fill

  package init(fill: @escaping Fill) {
    self.fill = fill
  }

  /// Appends the next handful of bytes; answers how many there were, and zero at the end.
  package func next(into bytes: inout [UInt8]) throws(TabularProblem) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    let count = try fill(buffer)
    bytes += buffer.prefix(count)
    return count
  }

  /// The same bytes, each handful told to a listener as it is read.
  package func telling(_ listener: @escaping (Int) -> Void) -> ByteSource {
    let fill = fill
    return ByteSource { buffer throws(TabularProblem) in
      let count = try fill(buffer)
      listener(count)
      return count
    }
  }

  /// Bytes already in memory.
  package static func bytes(_ bytes: [UInt8]) -> ByteSource {
    var next = 0
    return ByteSource { buffer in
      let count = min(buffer.count, bytes.count - next)
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[next..<next + count]))
      }
      next += count
      return count
    }
  }

  /// An open descriptor, which stays the caller's to close.
  package static func file(descriptor: Int32) -> ByteSource {
    ByteSource { buffer throws(TabularProblem) in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { throw .unreadable(path: nil, reason: reason(of: errno)) }
      }
    }
  }

  /// The file at a path, open until the source is let go.
  package static func file(at path: String) throws(TabularProblem) -> ByteSource {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(of: errno)) }
    let file = OpenFile(descriptor: descriptor)
    let source = ByteSource.file(descriptor: descriptor)
    return ByteSource { buffer throws(TabularProblem) in
      do throws(TabularProblem) {
        return try withExtendedLifetime(file) { () throws(TabularProblem) in
          try source.fill(buffer)
        }
      } catch .unreadable(_, let reason) {
        throw .unreadable(path: path, reason: reason)
      }
    }
  }

  private static func reason(of code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "reading it is not allowed"
    case EISDIR: "it is a folder"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports a read error"
    default: String(cString: strerror(code))
    }
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
