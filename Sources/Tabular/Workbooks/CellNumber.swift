/// The text of a number as it stands in a workbook's XML, in the form a person typed it.
enum CellNumber {
  /// Digits a spreadsheet program keeps and shows; those beyond are noise of binary fractions.
  private static let shownDigits = 15

  /// The number's own text: powers of ten written out (a long number is a code, and `1.9E+18` is
  /// no code), fractions rounded to the digits that are shown, and no zeros behind them.
  static func text(_ xml: String) -> String {
    let text = xml.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") } ? expanded(xml) : xml
    return text.utf8.contains(UInt8(ascii: ".")) ? rounded(text) : text
  }

  /// The number as a sheet shows it per cent: 62.5% for 0.625.
  ///
  /// It has two decimals where they say something: a sheet that shows 63% may hold 62.5%.
  static func percent(_ xml: String, decimals: Int) -> String? {
    Decimal(text(xml)).map { $0.hundredfold.rounded(to: max(2, decimals)).text + "%" }
  }

  /// Whether a whole number has more digits than a spreadsheet program keeps, or stands there with a
  /// power of ten: a code may have been rounded before it was saved.
  static func isDoubtful(_ xml: String) -> Bool {
    guard xml.utf8.count > shownDigits || xml.utf8.contains(where: { $0 | 0x20 == 0x65 }) else {
      return false
    }
    let whole = text(xml)
    return !whole.utf8.contains(UInt8(ascii: ".")) && significantDigits(whole) > shownDigits
  }

  private static func significantDigits(_ text: String) -> Int {
    text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
      .drop { $0 == UInt8(ascii: "0") }.count
  }

  /// A fraction of at most so many significant digits; a text that is none stays.
  private static func rounded(_ text: String) -> String {
    guard let decimal = Decimal(text) else { return text }
    let noise = significantDigits(text) - shownDigits
    // A whole part that is longer by itself is a code, and stays.
    guard noise <= decimal.fraction.count else { return text }
    return decimal.rounded(to: decimal.fraction.count - max(noise, 0)).text
  }

  /// Moves the decimal point by the exponent, digit by digit, so nothing is rounded.
  private static func expanded(_ xml: String) -> String {
    let parts = xml.split { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 400 else { return xml }
    var digits = Array(parts[0].utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    digits.removeAll { $0 == UInt8(ascii: ".") }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return xml
    }
    let zero = UInt8(ascii: "0")
    let place = point + exponent
    if place <= 0 { digits.insert(contentsOf: repeatElement(zero, count: 1 - place), at: 0) }
    let whole = max(place, 1)
    if digits.count < whole {
      digits += repeatElement(zero, count: whole - digits.count)
    }
    var fraction = digits[whole...]
    while fraction.last == zero { fraction.removeLast() }
    let text = digits[..<whole] + (fraction.isEmpty ? [] : [UInt8(ascii: ".")] + fraction)
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }

  /// A number in figures: its digits before and behind the point.
  struct Decimal {
    private(set) var isNegative: Bool
    private(set) var whole: [UInt8]
    private(set) var fraction: [UInt8]

    init?(_ text: String) {
      var bytes = Array(text.utf8)[...]
      isNegative = bytes.first == UInt8(ascii: "-")
      if isNegative { bytes.removeFirst() }
      let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
      guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(isDigit) }),
        parts.contains(where: { !$0.isEmpty })
      else { return nil }
      whole = Array(parts[0])
      fraction = parts.count == 2 ? Array(parts[1]) : []
    }

    /// The number with so many digits behind the point, halves up.
    func rounded(to places: Int) -> Decimal {
      guard places < fraction.count else { return self }
      var number = self
      let isUp = fraction[places] >= UInt8(ascii: "5")
      number.fraction.removeLast(fraction.count - places)
      if isUp { number.stepUp() }
      return number
    }

    /// A hundred times the number.
    var hundredfold: Decimal {
      var number = self
      let moved = (fraction + [UInt8(ascii: "0"), UInt8(ascii: "0")]).prefix(2)
      number.whole += moved
      number.fraction = Array(fraction.dropFirst(2))
      return number
    }

    private mutating func stepUp() {
      let (zero, nine) = (UInt8(ascii: "0"), UInt8(ascii: "9"))
      for index in fraction.indices.reversed() {
        if fraction[index] < nine { return fraction[index] += 1 }
        fraction[index] = zero
      }
      for index in whole.indices.reversed() {
        if whole[index] < nine { return whole[index] += 1 }
        whole[index] = zero
      }
      whole.insert(UInt8(ascii: "1"), at: 0)
    }

    /// The number without zeros that say nothing.
    var text: String {
      let zero = UInt8(ascii: "0")
      let front = whole.drop { $0 == zero }
      let back = fraction[..<((fraction.lastIndex { $0 != zero } ?? -1) + 1)]
      let isZero = front.isEmpty && back.isEmpty
      return (isNegative && !isZero ? "-" : "")
        + String(decoding: front.isEmpty ? [zero] : front, as: UTF8.self)
        + (back.isEmpty ? "" : "." + String(decoding: back, as: UTF8.self))
    }
  }
}
