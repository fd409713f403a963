/// A character of a text that nobody sees.
///
/// It has no width, is a soft hyphen, or controls the direction of writing. Copied from a page or an
/// address book, it makes two texts look alike that are not.
package struct InvisibleSign: Equatable, Sendable {
  package let scalar: Unicode.Scalar
  /// Number of the character in its text, counted from 1.
  package let place: Int

  /// Its name, such as `U+200B`.
  package var name: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What is the matter with a value that has it inside.
  package var sentence: String { "It has an invisible character, \(name), at \(place)." }

  /// The first of a text; joiners, which shape letters of some scripts, count only where asked, and
  /// so do what chooses the shape of a sign and the fillers of Korean.
  package init?(in text: String, joiners: Bool = true) {
    var place = 0
    for scalar in text.unicodeScalars {
      place += 1
      guard scalar.value >= 0xAD,
        Self.isOne(scalar.value) || (joiners && Self.isShapeOrFiller(scalar.value))
      else { continue }
      if !joiners, scalar.value == 0x200C || scalar.value == 0x200D { continue }
      self.scalar = scalar
      self.place = place
      return
    }
    return nil
  }

  private static func isOne(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// They may stand in a name, and never in an address or a number.
  static func isShapeOrFiller(_ value: UInt32) -> Bool {
    switch value {
    case 0x115F, 0x1160, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// How many bytes the invisible sign has that some bytes of UTF-8 begin with; 0 when they begin
  /// with none.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    guard first >= 0xC2, index + 1 < bytes.count else { return 0 }
    return length(first, bytes[index + 1], index + 2 < bytes.count ? bytes[index + 2] : 0)
  }

  private static func length(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Int {
    switch (one, two) {
    case (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C): return 2
    case (0xE1, 0xA0): return three == 0x8E ? 3 : 0
    case (0xE2, 0x80): return (0x8B...0x8F).contains(three) || (0xAA...0xAE).contains(three) ? 3 : 0
    case (0xE2, 0x81): return (0xA0...0xAF).contains(three) ? 3 : 0
    case (0xEF, 0xBB): return three == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes the blank has that they begin with: a no-break space, a thin one, a wide one.
  static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first == 0x20 || first &- 0x09 < 5 { return 1 }
    guard first >= 0xC2, index + 1 < bytes.count else { return 0 }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (first, bytes[index + 1]) {
    case (0xC2, 0x85), (0xC2, 0xA0): return 2
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80):
      return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// A text on one line as it looks: without invisible signs, each stretch of blanks one blank.
  package static func plain(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var plain: [UInt8] = []
      var hasBlank = false
      var index = 0
      while index < bytes.count {
        let blank = blankLength(bytes, at: index)
        if blank > 0 {
          hasBlank = !plain.isEmpty
          index += blank
          continue
        }
        let invisible = length(bytes, at: index)
        if invisible > 0 {
          index += invisible
          continue
        }
        if hasBlank { plain.append(0x20) }
        hasBlank = false
        plain.append(bytes[index])
        index += 1
      }
      return String(decoding: plain, as: UTF8.self)
    }
  }
}
