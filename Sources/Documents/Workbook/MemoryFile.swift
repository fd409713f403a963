import CXlsxWriter
import Glibc

/// A file without a name that lives in memory, for a library that only writes to files.
package final class MemoryFile {
  package let descriptor: Int32

  package init() throws(WorkbookProblem) {
    let closeOnExec: UInt32 = 1
    descriptor = memfd_create("workbook", closeOnExec)
    guard descriptor >= 0 else { throw Self.failed() }
  }

  /// A file that holds the bytes, to be read from its beginning.
  package convenience init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    try self.init()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failed() }
      rest = rest.dropFirst(count)
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failed() }
  }

  deinit { close(descriptor) }

  /// Where it can be opened, by this process alone.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Hands over all that was written to it, piece by piece.
  func forEach(_ body: ([UInt8]) throws -> Void) throws {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(offset))
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failed()
      }
      guard count > 0 else { return }
      try body(Array(piece[..<count]))
      offset += count
    }
  }

  /// All that was written to it.
  package func bytes() throws(WorkbookProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      try forEach { bytes += $0 }
    } catch {
      throw error as? WorkbookProblem ?? Self.failed()
    }
    return bytes
  }

  private static func failed() -> WorkbookProblem {
    .failed(detail: String(cString: strerror(errno)))
  }
}
