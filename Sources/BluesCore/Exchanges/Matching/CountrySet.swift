/// Some of the countries, by their number among all, which is 0 for one that is not known.
struct CountrySet: Sendable, Equatable {
  private var words = SIMD4<UInt64>()

  /// Every country's number; codes for fewer than 256 are known.
  static let numbers: [CountryCode: Int] = Dictionary(
    uniqueKeysWithValues: CountryCode.all.enumerated().map { ($1, $0 + 1) })

  static func country(_ number: Int) -> CountryCode? {
    number > 0 ? CountryCode.all[number - 1] : nil
  }

  var isEmpty: Bool { words == SIMD4() }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }
}
