/// A 64-bit digest of texts, stable across runs and machines (FNV-1a with a closing mix).
///
/// Among a million texts two share one by chance in fewer than one of thirty million files.
package struct Digest {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A digest of nothing yet.
  @inlinable package init() {}

  /// Adds a number, such as a sum of digests.
  @inlinable package mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds one text; nothing and an empty text differ, and so do `ab`,`c` and `a`,`bc`.
  @inlinable package mutating func add(_ text: String?) {
    guard var text else { return add(byte: 0x01) }
    text.withUTF8 { add(bytes: $0) }
  }

  /// Adds the bytes of one text.
  @inlinable package mutating func add(bytes: UnsafeBufferPointer<UInt8>?) {
    guard let bytes else { return add(byte: 0x01) }
    var state = state
    for byte in bytes { state = Self.taking(byte, into: state) }
    self.state = Self.taking(0x00, into: state)
  }

  /// Adds a text with ASCII capitals made small, as mailboxes are compared.
  @inlinable package mutating func addLowered(_ text: String?) {
    guard var text else { return add(byte: 0x01) }
    var state = state
    text.withUTF8 { bytes in
      for byte in bytes { state = Self.taking(byte.lowered, into: state) }
    }
    self.state = Self.taking(0x00, into: state)
  }

  @inlinable mutating func add(byte: UInt8) {
    state = Self.taking(byte, into: state)
  }

  @inlinable static func taking(_ byte: UInt8, into state: UInt64) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The digest as SQLite's signed integer.
  package var value: Int64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return Int64(bitPattern: mixed ^ (mixed >> 33))
  }
}
