internal import Basics

/// Numbers of digits, such as 4 to 6 and 9.
struct DigitCounts: Hashable, Sendable {
  /// Bit n stands for n digits.
  private var bits: UInt32 = 0

  /// Reads ranges between commas: `4-6,9`.
  init(_ text: some StringProtocol) {
    for range in text.split(separator: ",") {
      let ends = range.split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, (1...high).contains(low), high < 32
      else { continue }
      for count in low...high { bits |= 1 << UInt32(count) }
    }
  }

  func contains(_ count: Int) -> Bool { (0..<32).contains(count) && bits >> UInt32(count) & 1 == 1 }

  mutating func formUnion(_ other: DigitCounts) { bits |= other.bits }

  var least: Int { bits.trailingZeroBitCount }
  var most: Int { 31 - bits.leadingZeroBitCount }
}

extension DigitCounts: CustomStringConvertible {
  /// For a sentence: `9`, `8 or 9`, `4 to 6 or 9`.
  var description: String {
    var ranges: [(low: Int, high: Int)] = []
    for count in 0..<32 where contains(count) {
      if let last = ranges.last, last.high == count - 1 {
        ranges[ranges.count - 1].high = count
      } else {
        ranges.append((count, count))
      }
    }
    let texts = ranges.flatMap { low, high in
      high > low + 1 ? ["\(low) to \(high)"] : high > low ? ["\(low)", "\(high)"] : ["\(low)"]
    }
    return texts.isEmpty ? "no" : enumerated(texts, by: "or")
  }
}
