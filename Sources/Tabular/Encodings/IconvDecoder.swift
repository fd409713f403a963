import Glibc

/// East Asian encodings, through the C library's tables.
///
/// A fully static program has none of them; then opening one is `encodingUnavailable`.
final class IconvDecoder: TextDecoder {
  private let handle: iconv_t

  init(encoding: TextEncoding) throws(TabularProblem) {
    let name = encoding == .shiftJIS ? "CP932" : "BIG5"
    handle = iconv_open("UTF-8", name)
    if handle == iconv_t(bitPattern: -1) { throw .encodingUnavailable(encoding) }
  }

  deinit {
    if handle != iconv_t(bitPattern: -1) { iconv_close(handle) }
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) -> (read: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    var read = 0
    var written = 0
    while read < input.count {
      var from: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
        mutating: base + read
      ).assumingMemoryBound(to: CChar.self)
      var left = input.count - read
      var into: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
        output + written
      ).assumingMemoryBound(to: CChar.self)
      let offered = left * TextEncoding.growth
      var room = offered
      let result = iconv(handle, &from, &left, &into, &room)
      let problem = errno
      read = input.count - left
      written += offered - room
      if result != Int(bitPattern: UInt.max) { break }
      if problem == EINVAL, !last { break }
      undecodable.append(read)
      UndecodableByte.write(input[read], to: output + written)
      written += UndecodableByte.length
      read += 1
    }
    return (read, written)
  }
}
