import CZlib

/// Unpacks deflated data through zlib, 64 KiB at a time.
enum Inflation {
  /// What stands around the deflated data.
  enum Wrapping {
    /// Nothing, as in a zip archive.
    case bare
    /// zlib's own header, as in a PDF.
    case zlib
  }

  /// Hands over what the data unpack to, and stops once it is more than `most`.
  ///
  /// What was unpacked before damage is met is handed over before that is thrown.
  static func run(
    _ packed: UnsafeBufferPointer<UInt8>, part: String, in wrapping: Wrapping = .bare,
    most: Int = .max, _ body: (UnsafeBufferPointer<UInt8>) throws(TabularProblem) -> Void
  ) throws(TabularProblem) {
    let damaged = TabularProblem.damagedWorkbook(part: part, detail: "it cannot be unpacked")
    var stream = z_stream()
    // Negative: without a header.
    let bits = wrapping == .bare ? -MAX_WBITS : MAX_WBITS
    guard inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw damaged }
    defer { inflateEnd(&stream) }
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { room.deallocate() }
    stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    // A file that is read is at most 512 MB, so the count fits.
    stream.avail_in = uInt(packed.count)
    var left = most
    while true {
      stream.next_out = room.baseAddress
      stream.avail_out = uInt(room.count)
      let result = inflate(&stream, Z_NO_FLUSH)
      let count = room.count - Int(stream.avail_out)
      if count > 0 { try body(UnsafeBufferPointer(rebasing: room[..<count])) }
      guard result == Z_OK || result == Z_STREAM_END else { throw damaged }
      left -= count
      if result == Z_STREAM_END || left <= 0 { return }
    }
  }
}
