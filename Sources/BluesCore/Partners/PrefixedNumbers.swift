/// The running numbers that begin with some digits, as ranges that an index can answer.
///
/// `17` are 17, 170 to 179, 1700 to 1799 and so on; no digits are every number.
enum PrefixedNumbers {
  /// The SQL that holds for the rows of a table whose running number begins with the digits.
  static func condition(_ column: String, startingWith digits: String, in file: Int64) -> String? {
    guard digits.count <= 10, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    guard !digits.isEmpty else { return "1" }
    guard !digits.hasPrefix("0"), var low = Int64(digits) else { return nil }
    var high = low
    var ranges: [String] = []
    while low <= 0xFFFF_FFFF {
      let last = min(high, 0xFFFF_FFFF)
      ranges.append("\(column) BETWEEN \(file << 32 | low) AND \(file << 32 | last)")
      low *= 10
      high = high * 10 + 9
    }
    return "(\(ranges.joined(separator: " OR ")))"
  }
}
