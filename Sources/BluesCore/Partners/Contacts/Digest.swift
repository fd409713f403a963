/// A 64-bit digest of texts, stable across runs and machines (FNV-1a with a closing mix).
///
/// Among a million texts two share one by chance in fewer than one of thirty million files.
struct Digest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a number, such as a sum of digests.
  mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds one text; nothing and an empty text differ, and so do `ab`,`c` and `a`,`bc`.
  mutating func add(_ text: String?) {
    guard var text else { return add(byte: 0x01) }
    text.withUTF8 { add(bytes: $0) }
  }

  /// Adds the bytes of one text.
  mutating func add(bytes: UnsafeBufferPointer<UInt8>?) {
    guard let bytes else { return add(byte: 0x01) }
    var state = state
    for byte in bytes { state = Self.taking(byte, into: state) }
    self.state = Self.taking(0x00, into: state)
  }

  /// Adds a text with ASCII capitals made small, as mailboxes are compared.
  mutating func addLowered(_ text: String?) {
    guard var text else { return add(byte: 0x01) }
    var state = state
    text.withUTF8 { bytes in
      for byte in bytes { state = Self.taking(byte.lowered, into: state) }
    }
    self.state = Self.taking(0x00, into: state)
  }

  private mutating func add(byte: UInt8) {
    state = Self.taking(byte, into: state)
  }

  @inline(__always)
  private static func taking(_ byte: UInt8, into state: UInt64) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The digest as SQLite's signed integer.
  var value: Int64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return Int64(bitPattern: mixed ^ (mixed >> 33))
  }
}

extension ContactDraft {
  /// What makes a row of a list the same contact as an earlier one.
  ///
  /// The sender's own id where there is one; else organisation, country, name and mailbox; and
  /// the address too when neither a name nor a mailbox tells two rows of one organisation apart.
  var matchKey: Int64 {
    var digest = Digest()
    if let id = self[.externalID] {
      digest.add("id")
      digest.add(scope)
      digest.add(id)
      return digest.value
    }
    digest.add(partner)
    for field in [ContactField.organisation, .country, .name, .givenName, .familyName] {
      digest.add(self[field])
    }
    digest.addLowered(self[.email])
    let isOfNobody = [ContactField.name, .givenName, .familyName, .email].allSatisfy {
      self[$0] == nil
    }
    if isOfNobody {
      for field in [ContactField.street, .postcode, .city] { digest.add(self[field]) }
    }
    return digest.value
  }

  /// Everything the row says, so that the same row again changes nothing.
  ///
  /// The digests of kept cells are summed up, because a sender may move columns about.
  var fingerprint: Int64 {
    var digest = Digest()
    digest.add(partner)
    for field in ContactField.first { digest.add(self[field]) }
    for field in ContactField.later {
      guard let text = self[field] else { continue }
      digest.add(field.key)
      digest.add(text)
    }
    var sum: UInt64 = 0
    for cell in kept {
      var one = Digest()
      one.add(cell.heading)
      one.add(cell.text)
      sum &+= UInt64(bitPattern: one.value)
    }
    digest.add(sum)
    return digest.value
  }
}
