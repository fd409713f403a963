internal import Basics

extension Figure {
  /// The fields that hold figures, of contacts and of organisations.
  private static let fields: Set<String> = ["employees", "turnover", "balance_total"]

  /// A number as a workbook stores it, as a figure is written: with two decimals at most, halves up.
  ///
  /// There a point divides decimals only: 9.125 is not nine thousand. What is no fraction, or is
  /// for another field, stays as it is.
  static func written(stored text: String, for field: String?) -> String {
    guard let field, Self.fields.contains(field) else { return text }
    let bytes = Array(text.utf8)
    guard let point = bytes.firstIndex(of: 0x2E), point > 0, point <= 15,
      bytes.count - point - 1 > 2,
      bytes.enumerated().allSatisfy({ $0.offset == point || $0.element.isDigit }),
      let hundredths = Int(
        String(decoding: bytes[..<point] + bytes[(point + 1)...].prefix(2), as: UTF8.self))
    else { return text }
    let rounded = hundredths + (bytes[point + 3] >= 0x35 ? 1 : 0)
    let cents = rounded % 100
    if cents == 0 { return "\(rounded / 100)" }
    return "\(rounded / 100)." + (cents < 10 ? "0" : "") + "\(cents)"
  }
}
