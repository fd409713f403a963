import CZlib

/// Unpacks a deflated part through zlib, 64 KiB at a time.
enum Inflation {
  static func run(
    _ packed: UnsafeBufferPointer<UInt8>, part: String,
    _ body: (UnsafeBufferPointer<UInt8>) throws(TabularProblem) -> Void
  ) throws(TabularProblem) {
    let damaged = TabularProblem.damagedWorkbook(part: part, detail: "it cannot be unpacked")
    var stream = z_stream()
    // Negative: bare deflate data, without zlib's own header.
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw damaged }
    defer { inflateEnd(&stream) }
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { room.deallocate() }
    stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    // The archive is at most 512 MB, so the count fits.
    stream.avail_in = uInt(packed.count)
    while true {
      stream.next_out = room.baseAddress
      stream.avail_out = uInt(room.count)
      let result = inflate(&stream, Z_NO_FLUSH)
      guard result == Z_OK || result == Z_STREAM_END else { throw damaged }
      let count = room.count - Int(stream.avail_out)
      if count > 0 { try body(UnsafeBufferPointer(rebasing: room[..<count])) }
      if result == Z_STREAM_END { return }
    }
  }
}
