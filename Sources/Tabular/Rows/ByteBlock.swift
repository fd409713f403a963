/// Thirty-two bytes of a text, looked at in one step.
///
/// It is worked out by sums: comparing such blocks is not compiled to what the processor can do.
struct ByteBlock {
  typealias Bytes = SIMD16<UInt8>

  /// Bytes of a block; so many can be read behind a text, so that its last one can be loaded.
  static let bytes = 32

  private let front: Bytes
  private let back: Bytes

  @inline(__always)
  init(_ text: UnsafePointer<UInt8>) {
    front = UnsafeRawPointer(text).loadUnaligned(as: Bytes.self)
    back = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: 16, as: Bytes.self)
  }

  /// A block of one byte over and over, to look for it.
  @inline(__always)
  static func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }

  /// A bit for each byte, the lowest for the first: set where either of two bytes stands, or one
  /// below 14, as the ends of lines are.
  @inline(__always)
  func places(of one: Bytes, _ other: Bytes) -> UInt32 {
    Self.places(in: front, one, other) | Self.places(in: back, one, other) &<< 16
  }

  @inline(__always)
  private static func places(in bytes: Bytes, _ one: Bytes, _ other: Bytes) -> UInt32 {
    let (first, second) = (bytes ^ one, bytes ^ other)
    let found =
      (first &- all(1)) & ~first | (second &- all(1)) & ~second | (bytes &- all(14)) & ~bytes
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return gathered(halves[0]) | gathered(halves[1]) &<< 8
  }

  /// The top bits of eight bytes, side by side.
  @inline(__always)
  private static func gathered(_ half: UInt64) -> UInt32 {
    let tops = (half & 0x8080_8080_8080_8080) &>> 7
    return UInt32(truncatingIfNeeded: (tops &* 0x0102_0408_1020_4080) &>> 56)
  }
}
