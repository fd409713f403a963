internal import Basics

/// A share in hundredths of a per cent: 7.5 % is 750.
package struct Percent: Hashable, Sendable, Comparable {
  /// Hundredths of a per cent, 0 to 100 000 (1000 %).
  package let hundredths: Int

  /// A share in hundredths of a per cent; nil below 0 or above 1000 %.
  package init?(hundredths: Int) {
    guard (0...100_000).contains(hundredths) else { return nil }
    self.hundredths = hundredths
  }

  /// A share as a person types it, also with a comma: `7,5 %`.
  package init(typed text: String) throws(MoneyProblem) {
    let isMarked = text.trimmed.hasSuffix("%")
    let number = isMarked ? String(text.trimmed.dropLast()) : text
    do throws(MoneyProblem) {
      try self.init(WrittenAmount.plainNumber(number))
    } catch .notAPercentage {
      throw .notAPercentage(text.trimmed)
    } catch {
      throw error
    }
  }

  /// A share with a point before its decimals: `75`, `7.5 %`, `12.25%`.
  package init(_ text: String) throws(MoneyProblem) {
    var bytes = text.trimmedBytes
    if bytes.last == 0x25 { bytes.removeLast() }
    while bytes.last?.isBlank == true { bytes.removeLast() }
    guard let value = decimalHundredths(bytes[...]), let percent = Percent(hundredths: value)
    else { throw .notAPercentage(text.trimmed) }
    self = percent
  }

  package static let whole = Percent(unchecked: 10_000)

  private init(unchecked hundredths: Int) { self.hundredths = hundredths }

  package static func < (one: Percent, other: Percent) -> Bool {
    one.hundredths < other.hundredths
  }
}

extension Percent: CustomStringConvertible {
  package var description: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole) %" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10) %" : "\(whole).\(padded(rest, to: 2)) %"
  }
}

/// Digits with at most two after a point, times one hundred; nil for anything else.
func decimalHundredths(_ bytes: ArraySlice<UInt8>) -> Int? {
  let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
  guard parts.count <= 2, parts[0].count <= 15, let whole = wholeNumber(parts[0]) else {
    return nil
  }
  guard parts.count == 2 else { return whole * 100 }
  guard (1...2).contains(parts[1].count), let rest = wholeNumber(parts[1]) else { return nil }
  return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
}
