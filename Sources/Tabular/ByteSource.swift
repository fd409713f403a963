import Glibc

/// Where the bytes of a table come from: a file, a pipe, memory, or anything that can fill a buffer.
package struct ByteSource {
  /// Fills the buffer from its start and answers how many bytes it wrote; zero is the end.
  package typealias Fill = (UnsafeMutableRawBufferPointer) throws(TabularProblem) -> Int

  let fill: Fill
  /// Whether the bytes may never end, as those of a pipe or a device.
  package let isEndless: Bool

  package init(isEndless: Bool = false, fill: @escaping Fill) {
    self.isEndless = isEndless
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
    return ByteSource(isEndless: isEndless) { buffer throws(TabularProblem) in
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
    ByteSource(isEndless: kind(of: descriptor) != S_IFREG) { buffer throws(TabularProblem) in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { throw .unreadable(path: nil, ReadFault(code: errno)) }
      }
    }
  }
}
