/// The text of a number as it stands in a workbook's XML, in the form a person typed it.
enum CellNumber {
  /// Digits a spreadsheet program keeps and shows; those beyond are noise of binary fractions.
  private static let shownDigits = 15

  /// The number's own text; powers of ten written out (a long number is a code, and
  /// `1.9E+18` is no code), binary noise in fractions removed where the value stays the same.
  static func text(_ xml: String) -> String {
    let text = xml.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") } ? expanded(xml) : xml
    guard text.utf8.contains(UInt8(ascii: ".")), significantDigits(text) > shownDigits,
      let value = Double(text)
    else { return text }
    let shortest = "\(value)"
    let isPlain = !shortest.utf8.contains(UInt8(ascii: "e"))
    return isPlain && significantDigits(shortest) <= shownDigits ? shortest : text
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
}
