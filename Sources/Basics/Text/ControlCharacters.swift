extension Unicode.Scalar {
  /// Whether it steers something in place of being read: C0, DEL, C1, bidi and separators.
  package var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
