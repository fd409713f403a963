/// UTF-16 of either byte order; half a surrogate pair is marked.
struct UTF16Decoder: TextDecoder {
  let bigEndian: Bool

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) -> (read: Int, written: Int) {
    var read = 0
    var written = 0
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(input[index])
      let second = UInt32(input[index + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    while read + 1 < input.count {
      let high = unit(read)
      switch high {
      case 0xD800..<0xDC00:
        if read + 3 >= input.count, !last { return (read, written) }
        if read + 3 < input.count, case let low = unit(read + 2), low & 0xFC00 == 0xDC00 {
          let scalar = 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
          written += UTF8Writer.write(scalar, to: output + written)
          read += 4
          continue
        }
        fallthrough
      case 0xDC00..<0xE000:
        undecodable.append(read)
        UndecodableByte.write(input[read + (bigEndian ? 0 : 1)], to: output + written)
        written += UndecodableByte.length
        read += 2
      default:
        written += UTF8Writer.write(high, to: output + written)
        read += 2
      }
    }
    if last, read < input.count {
      undecodable.append(read)
      UndecodableByte.write(input[read], to: output + written)
      return (read + 1, written + UndecodableByte.length)
    }
    return (read, written)
  }
}

/// UTF-32 of either byte order.
struct UTF32Decoder: TextDecoder {
  let bigEndian: Bool

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) -> (read: Int, written: Int) {
    var read = 0
    var written = 0
    while read < input.count {
      let have = min(4, input.count - read)
      if have < 4, !last { break }
      let bytes = input[read..<read + have]
      let scalar =
        bigEndian
        ? bytes.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        : bytes.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
      if have == 4, Unicode.Scalar(scalar) != nil {
        written += UTF8Writer.write(scalar, to: output + written)
      } else {
        undecodable.append(read)
        UndecodableByte.write(input[read], to: output + written)
        written += UndecodableByte.length
      }
      read += have
    }
    return (read, written)
  }
}

/// Writes a code point as UTF-8.
enum UTF8Writer {
  /// Writes up to four bytes and answers how many; the value is known to be a scalar.
  @inline(__always)
  static func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    let last = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    if scalar < 0x800 {
      output[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      output[1] = last
      return 2
    }
    let third = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    if scalar < 0x10000 {
      output[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      output[1] = third
      output[2] = last
      return 3
    }
    output[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    output[2] = third
    output[3] = last
    return 4
  }
}
