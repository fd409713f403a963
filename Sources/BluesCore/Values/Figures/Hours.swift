internal import Basics

/// Hours of work in whole hundredths: `7.5`, `7,5`, `7:30`, `7h30`, `7,5 Std`.
package struct Hours: Hashable, Sendable, Comparable {
  package let hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package static let zero = Hours(hundredths: 0)

  package static func < (one: Self, other: Self) -> Bool { one.hundredths < other.hundredths }

  package static func + (one: Self, other: Self) -> Self {
    Hours(hundredths: one.hundredths + other.hundredths)
  }

  /// With two decimals, as lists have them: `7.50`.
  package var text: String { "\(hundredths / 100).\(padded(hundredths % 100, to: 2))" }
}

extension Hours {
  /// What two decimals in front of a unit are, as in `0,45 uur`.
  package enum Decimals: String, Sendable, CaseIterable {
    case hundredths, minutes
  }

  /// What a text says of hours.
  package enum Reading: Equatable, Sendable {
    case hours(Hours)
    /// More than two decimals, rounded to the smallest step; zero for less than half of one.
    case rounded(Hours)
    /// `0,45 uur`: 45 minutes, or 0.45 of an hour.
    case eitherWay
    case notHours
  }

  /// The hours of a text that leaves no doubt.
  package init?(_ text: String) {
    switch Self.read(text) {
    case .hours(let hours), .rounded(let hours): self = hours
    case .eitherWay, .notHours: return nil
    }
  }

  /// The sentence on hours with more than two decimals.
  package static func smallestStep(_ text: String) -> String {
    "\(text) has more than two decimals; the smallest step is 0.01 hours."
  }

  /// Reads hours as people write them, at most 9999.
  ///
  /// A decimal number without a unit is a decimal number. With a unit behind it, two decimals below
  /// 60 may be minutes; `decimals` says which they are. More than two decimals, as sheets work them
  /// out, are rounded to the hundredth, half up, and that is told.
  package static func read(_ text: String, decimals: Decimals? = nil) -> Reading {
    var bytes = Folding.folded(text).trimmedBytes
    if let clock = clock(bytes) { return .hours(clock) }
    let hasUnit = takeUnit(&bytes)
    let parts = bytes.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2C })
    guard (1...2).contains(parts.count), parts[0].count <= 4,
      let whole = parts[0].isEmpty && parts.count == 2 ? 0 : wholeNumber(parts[0])
    else { return .notHours }
    guard parts.count == 2 else { return .hours(Hours(hundredths: whole * 100)) }
    let fraction = parts[1]
    guard (1...18).contains(fraction.count), fraction.allSatisfy(\.isDigit) else {
      return .notHours
    }
    if hasUnit, fraction.count == 2, let minutes = wholeNumber(fraction), (1...59).contains(minutes)
    {
      switch decimals {
      case nil: return .eitherWay
      case .minutes: return .hours(Hours(hundredths: whole * 100 + inHundredths(minutes * 60)))
      case .hundredths: break
      }
    }
    let digits = (fraction + [0x30, 0x30, 0x30]).prefix(3).map(\.digitValue)
    let hundredths = digits[0] * 10 + digits[1] + (digits[2] >= 5 ? 1 : 0)
    let hours = Hours(hundredths: whole * 100 + hundredths)
    return isExact(fraction.dropFirst(2)) ? .hours(hours) : .rounded(hours)
  }

  /// Whether decimals after the second add nothing: zeros, or what a sheet's arithmetic leaves of them.
  private static func isExact(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.allSatisfy({ $0 == 0x30 }) { return true }
    let first = rest.prefix(8)
    return first.count == 8 && [0x30, 0x39].contains { digit in first.allSatisfy { $0 == digit } }
  }

  /// `7:30`, `07:30:00`, `7h30`, `7 h 30 min`; nil where it is no such time.
  private static func clock(_ bytes: [UInt8]) -> Hours? {
    var bytes = bytes.filter { $0 != 0x20 }
    for unit in ["minutes", "min", "m", "h"] where bytes.contains(0x3A) || bytes.contains(0x68) {
      let unit = Array(unit.utf8)
      guard bytes.count > unit.count, bytes.suffix(unit.count) == unit[...] else { continue }
      bytes.removeLast(unit.count)
      break
    }
    let parts = bytes.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x3A || $0 == 0x68 })
    guard (2...3).contains(parts.count), (1...4).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { wholeNumber($0) }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    let seconds = numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    return Hours(hundredths: numbers[0] * 100 + inHundredths(seconds))
  }

  /// Seconds of an hour in its hundredths, half up.
  private static func inHundredths(_ seconds: Int) -> Int { (seconds * 100 + 1800) / 3600 }

  private static func takeUnit(_ bytes: inout [UInt8]) -> Bool {
    if bytes.last == 0x2E { bytes.removeLast() }
    guard let start = bytes.firstIndex(where: { $0.isLetter }),
      units.contains(String(decoding: bytes[start...], as: UTF8.self))
    else { return false }
    bytes.removeSubrange(start...)
    while bytes.last == 0x20 { bytes.removeLast() }
    return true
  }

  private static let units: Set<String> = [
    "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "uur", "uren", "u", "heure",
    "heures", "hora", "horas", "godz", "godzina", "godziny", "godzin", "hod", "hodina", "hodiny",
    "hodin",
  ]
}
