internal import Basics

/// Numbers, truths, days and times of TOML, from their words.
enum TOMLScalar {
  static func value(of word: [UInt8]) -> TOMLValue? {
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "inf", "+inf": return .number(.infinity)
    case "-inf": return .number(-.infinity)
    case "nan", "+nan", "-nan": return .number(.nan)
    default: break
    }
    if let whole = integer(word[...]) { return .integer(whole) }
    if let number = number(word[...]) { return .number(number) }
    return isMoment(word[...]) ? .moment(text) : nil
  }

  private static func integer(_ word: ArraySlice<UInt8>) -> Int? {
    let radixes: [(String, Int, (UInt8) -> Bool)] = [
      ("0x", 16, isHexDigit), ("0o", 8, { (0x30...0x37).contains($0) }),
      ("0b", 2, { $0 == 0x30 || $0 == 0x31 }),
    ]
    for (mark, radix, isOne) in radixes where word.starts(with: mark.utf8) {
      return digits(word.dropFirst(2), isOne).flatMap { Int($0, radix: radix) }
    }
    return whole(word).flatMap { Int($0) }
  }

  /// A decimal number without its underscores; nil where zeros lead, or there is none.
  private static func whole(_ word: ArraySlice<UInt8>) -> String? {
    let sign = word.first == 0x2B || word.first == 0x2D ? word.prefix(1) : []
    guard let digits = digits(word.dropFirst(sign.count), \.isDigit),
      digits.utf8.count == 1 || digits.utf8.first != 0x30
    else { return nil }
    return String(decoding: sign, as: UTF8.self) + digits
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Double? {
    let mark = word.firstIndex { $0 == 0x65 || $0 == 0x45 }
    let mantissa = word[..<(mark ?? word.endIndex)]
    let point = mantissa.firstIndex(of: 0x2E)
    guard mark != nil || point != nil,
      var text = whole(mantissa[..<(point ?? mantissa.endIndex)])
    else { return nil }
    if let point {
      guard let fraction = digits(mantissa[(point + 1)...], \.isDigit) else { return nil }
      text += ".\(fraction)"
    }
    if let mark {
      let power = word[(mark + 1)...]
      let sign = power.first == 0x2B || power.first == 0x2D ? power.prefix(1) : []
      guard let digits = digits(power.dropFirst(sign.count), \.isDigit) else { return nil }
      text += "e\(String(decoding: sign, as: UTF8.self))\(digits)"
    }
    return Double(text)
  }

  /// Digits without the underscores between them; nil where there are none, or one stands outside.
  private static func digits(_ word: ArraySlice<UInt8>, _ isOne: (UInt8) -> Bool) -> String? {
    let groups = word.split(separator: 0x5F, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isOne) }) else { return nil }
    return String(decoding: groups.joined(), as: UTF8.self)
  }

  /// `1979-05-27T07:32:00.5+01:00` (RFC 3339), or its date or its time alone.
  private static func isMoment(_ word: ArraySlice<UInt8>) -> Bool {
    guard isDate(word.prefix(10)) else { return isTime(word) }
    var rest = word.dropFirst(10)
    guard let separator = rest.popFirst() else { return true }
    guard [0x54, 0x74, 0x20].contains(separator) else { return false }
    if let last = rest.last, last == 0x5A || last == 0x7A { return isTime(rest.dropLast()) }
    let offset = rest.suffix(6)
    if offset.first == 0x2B || offset.first == 0x2D {
      return isClock(offset.dropFirst()) && isTime(rest.dropLast(6))
    }
    return isTime(rest)
  }

  static func isDate(_ word: ArraySlice<UInt8>) -> Bool {
    Day(iso: String(decoding: word, as: UTF8.self)) != nil
  }

  private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
    let seconds = word.dropFirst(5).prefix(3)
    let fraction = word.dropFirst(8)
    return isClock(word.prefix(5)) && seconds.first == 0x3A
      && (twoDigits(seconds.dropFirst()) ?? 99) <= 60
      && (fraction.isEmpty
        || fraction.first == 0x2E && fraction.count > 1
          && fraction.dropFirst().allSatisfy(\.isDigit))
  }

  /// Hours and minutes.
  private static func isClock(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 5, word.dropFirst(2).first == 0x3A else { return false }
    return (twoDigits(word.prefix(2)) ?? 99) < 24 && (twoDigits(word.suffix(2)) ?? 99) < 60
  }

  private static func twoDigits(_ word: ArraySlice<UInt8>) -> Int? {
    word.count == 2 && word.allSatisfy(\.isDigit) ? Int(String(decoding: word, as: UTF8.self)) : nil
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
