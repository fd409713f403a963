/// Whether a cell looks like something people put in cells; text torn apart at a wrong delimiter
/// often does not.
enum CellType {
  static func isTyped(_ cell: UnsafeBufferPointer<UInt8>, quote: UInt8) -> Bool {
    var low = cell.startIndex
    var high = cell.endIndex
    while low < high, cell[low] == 0x20 { low += 1 }
    while low < high, cell[high - 1] == 0x20 { high -= 1 }
    if low == high { return true }
    if high - low >= 2, cell[low] == quote, cell[high - 1] == quote { return true }
    let inner = UnsafeBufferPointer(rebasing: cell[low..<high])
    return isNumberLike(inner) || isAddress(inner) || isText(inner)
  }

  /// Numbers, dates, times, phones: digits and their signs, at least one digit.
  private static func isNumberLike(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in cell {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "$"), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: " "):
        break
      default: return false
      }
    }
    let commas = cell.count { $0 == UInt8(ascii: ",") }
    return digits > 0 && commas <= 1
  }

  /// E-mail and web addresses: no blanks, and the signs that make one.
  private static func isAddress(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.contains(0x20) || cell.contains(UInt8(ascii: ";")) { return false }
    let hasAt = cell.count { $0 == UInt8(ascii: "@") } == 1
    let isWeb = cell.starts(with: "http".utf8) || cell.starts(with: "www.".utf8)
    return hasAt || isWeb
  }

  /// Words: it begins with a letter, a digit or a bracket, and commas or semicolons stand as in
  /// prose, with a blank behind them.
  private static func isText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = cell[0]
    guard first > 0x7F || isAlphanumeric(first) || first == UInt8(ascii: "(") else {
      return false
    }
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if index + 1 < cell.count, cell[index + 1] != 0x20 { return false }
      case UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
        return false
      default: break
      }
    }
    return true
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
