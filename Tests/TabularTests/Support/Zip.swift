import CZlib

/// Makes zip archives for tests, honest ones and others.
struct Zip {
  struct Part {
    var name: String
    var bytes: [UInt8]
    /// Another checksum than the true one.
    var checksum: UInt32?
    /// Place of a local header to point to, instead of its own.
    var offset: Int?
    var isEncrypted = false
  }

  var parts: [Part] = []

  mutating func add(_ name: String, _ text: String) {
    parts.append(Part(name: name, bytes: Array(text.utf8)))
  }

  var bytes: [UInt8] {
    var all: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let packed = Self.deflate(part.bytes)
      let sum = part.checksum ?? UInt32(crc32(0, part.bytes, uInt(part.bytes.count)))
      let flags = part.isEncrypted ? 1 : 0
      let common =
        Self.number(20, 2) + Self.number(flags, 2) + Self.number(8, 2) + Self.number(0, 4)
        + Self.number(Int(sum), 4) + Self.number(packed.count, 4)
        + Self.number(part.bytes.count, 4) + Self.number(part.name.utf8.count, 2)
        + Self.number(0, 2)
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common
      directory += Self.number(0, 10) + Self.number(part.offset ?? all.count, 4)
      directory += Array(part.name.utf8)
      all += Self.number(0x0403_4B50, 4) + common + Array(part.name.utf8) + packed
    }
    let start = all.count
    all += directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4)
    all += Self.number(parts.count, 2) + Self.number(parts.count, 2)
    return all + Self.number(directory.count, 4) + Self.number(start, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 64)
    var input = bytes
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        CZlib.deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }
}
