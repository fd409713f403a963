/// A number as people write it in a list: `1.234,50`, `1 234`, `1'234`, `€ 2 000 000`.
package struct Figure: Hashable, Sendable {
  /// Hundredths of one, so that cents are exact.
  package let hundredths: Int
  /// The ISO 4217 code beside it; nil where none stood there.
  package let currency: String?

  /// Reads a figure; ranges, words such as `M` or `Mio` and percentages are refused.
  ///
  /// The last point or comma divides the fraction when one or two digits follow; before three
  /// digits it divides thousands, because nobody employs a tenth of a person to the thousandth.
  package init(_ text: String) throws(FigureProblem) {
    var bytes = Folding.folded(text).trimmedBytes
    currency = Self.takeCurrency(&bytes)
    bytes = bytes.map { $0 == 0x20 ? 0x27 : $0 }
    guard let first = bytes.first, first.isDigit, let last = bytes.last, last.isDigit,
      bytes.allSatisfy({ $0.isDigit || [0x2E, 0x2C, 0x27].contains($0) })
    else { throw FigureProblem() }
    var fraction: ArraySlice<UInt8> = []
    var whole = bytes[...]
    if let mark = bytes.lastIndex(where: { !$0.isDigit }) {
      let isFraction =
        bytes[mark] != 0x27
        && (bytes.count - mark <= 3 || bytes[..<mark].contains { !$0.isDigit && $0 != bytes[mark] })
      if isFraction {
        fraction = bytes[(mark + 1)...]
        whole = bytes[..<mark]
      }
    }
    guard fraction.count <= 2, let number = Self.grouped(whole) else { throw FigureProblem() }
    let cents = (fraction + [0x30, 0x30]).prefix(2).reduce(0) { $0 * 10 + $1.digitValue }
    hundredths = number * 100 + cents
  }

  /// Reads a number that may have decimals, two at most: a single point or comma before three digits
  /// could divide thousands as well, and is refused.
  package init(decimal text: String) throws(FigureProblem) {
    try self.init(text)
    let digits = text.utf8.filter { $0.isDigit || $0 == 0x2E || $0 == 0x2C }
    let marks = digits.indices.filter { !digits[$0].isDigit }
    if marks.count == 1, digits.count - marks[0] == 4 { throw FigureProblem() }
  }

  /// A whole number whose points, commas, blanks or apostrophes, all of one kind, stand before
  /// three digits each.
  private static func grouped(_ bytes: ArraySlice<UInt8>) -> Int? {
    let marks = Set(bytes.filter { !$0.isDigit })
    guard marks.count <= 1 else { return nil }
    guard let mark = marks.first else { return bytes.count <= 15 ? wholeNumber(bytes) : nil }
    let groups = bytes.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != 0x30,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count <= 5
    else { return nil }
    return wholeNumber(groups.joined().map { $0 })
  }

  private static func takeCurrency(_ bytes: inout [UInt8]) -> String? {
    for (sign, code) in signs {
      let sign = Array(sign.utf8)
      if bytes.starts(with: sign) {
        bytes = Array(bytes[sign.count...].drop(while: \.isBlank))
        return code
      }
      if bytes.count > sign.count, bytes.suffix(sign.count) == sign[...] {
        bytes.removeLast(sign.count)
        while bytes.last?.isBlank ?? false { bytes.removeLast() }
        return code
      }
    }
    return nil
  }

  /// Folded, the longer before the shorter: zł and Kč are zl and kc.
  private static let signs = [
    ("euros", "EUR"), ("euro", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("pln", "PLN"),
    ("zl", "PLN"), ("czk", "CZK"), ("kc", "CZK"), ("usd", "USD"), ("$", "USD"), ("gbp", "GBP"),
    ("£", "GBP"), ("chf", "CHF"), ("sek", "SEK"), ("dkk", "DKK"), ("nok", "NOK"), ("huf", "HUF"),
    ("ron", "RON"), ("bgn", "BGN"), ("hrk", "HRK"),
  ]
}

/// A text that is no figure.
package struct FigureProblem: Problem, Equatable {
  package init() {}

  package var message: String { "It is not a number." }
  package var hint: String? { "Write it in full, such as 2000000 for 2 million." }
  package var kind: ProblemKind { .badData }
}
