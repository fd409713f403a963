/// The sign before the cents of an amount.
package enum DecimalSign: String, Sendable, CaseIterable {
  case comma, point

  var byte: UInt8 { self == .comma ? 0x2C : 0x2E }

  var other: DecimalSign { self == .comma ? .point : .comma }

  /// As sentences have it: `1.234,50`.
  package var example: String { self == .comma ? "1.234,50" : "1,234.50" }
}
