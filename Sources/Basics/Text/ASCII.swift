/// The few questions about single bytes that every value asks.
extension UInt8 {
  /// An ASCII digit.
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
  /// An ASCII letter.
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// An ASCII capital.
  @inlinable package var isUpper: Bool { self &- 0x41 < 26 }
  @inlinable package var isAlphanumeric: Bool { isDigit || isLetter }
  /// A blank, a tab or a line end.
  @inlinable package var isBlank: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
  /// The digit's value; meaningful only for a digit.
  @inlinable package var digitValue: Int { Int(self &- 0x30) }
  /// The same byte with ASCII capitals made small.
  @inlinable package var lowered: UInt8 { isUpper ? self | 0x20 : self }
  /// The same byte with small ASCII letters made capital.
  @inlinable package var raised: UInt8 { isLetter ? self & 0xDF : self }
}

extension StringProtocol {
  /// The text without blanks at its ends, as bytes.
  @inlinable package var trimmedBytes: [UInt8] {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return [] }
    return Array(bytes[first...last])
  }

  /// The text without blanks at its ends.
  @inlinable package var trimmed: String { String(decoding: trimmedBytes, as: UTF8.self) }

  /// Whether both are the same to the byte; Swift's `==` takes two spellings of a letter for equal.
  @inlinable package func isSame(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// The text with ASCII capitals made small.
  @inlinable package var asciiLowered: String {
    String(decoding: utf8.map(\.lowered), as: UTF8.self)
  }

  /// The text with small ASCII letters made capital.
  @inlinable package var asciiRaised: String { String(decoding: utf8.map(\.raised), as: UTF8.self) }
}

/// Whether two values are the same to the byte, or neither is there.
@inlinable package func isSame(_ one: String?, _ other: String?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return one.isSame(as: other)
}

/// A whole number from ASCII digits alone: no sign, no blank, at most 18 digits.
@inlinable package func wholeNumber(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for byte in digits {
    guard byte.isDigit else { return nil }
    value = value * 10 + byte.digitValue
  }
  return value
}

/// A whole number written with at least as many digits as asked.
package func padded(_ number: Int, to width: Int) -> String {
  zeroPadded(String(number), to: width)
}

/// Digits with as many zeros before them as the width asks for.
package func zeroPadded(_ digits: String, to width: Int) -> String {
  String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension [UInt8] {
  /// Appends a whole number that is not negative.
  @inlinable package mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends the last two digits of a number, with a leading zero where it is one.
  @inlinable package mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
