extension UInt8 {
  /// Whether the byte is one of the ASCII digits.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
