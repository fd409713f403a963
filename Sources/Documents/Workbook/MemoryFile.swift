import CXlsxWriter
import Glibc

/// A file without a name that lives in memory, for a library that only writes to files.
final class MemoryFile {
  private let descriptor: Int32

  init() throws(WorkbookProblem) {
    let closeOnExec: UInt32 = 1
    descriptor = memfd_create("workbook", closeOnExec)
    guard descriptor >= 0 else { throw Self.failed() }
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
  func bytes() throws(WorkbookProblem) -> [UInt8] {
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
