internal import Basics

/// The words that stand around the digits of a telephone number.
extension PhoneReading {
  /// Splits off `ext. 12`, `x12`, `#12` or what the partners' languages say for it.
  static func withoutExtension(_ text: [UInt8]) -> (main: [UInt8], ext: String?) {
    for word in words {
      guard let at = position(of: word, in: text), text[..<at].filter(\.isDigit).count >= 5
      else { continue }
      let rest = text[(at + word.count)...].filter { !$0.isBlank && $0 != 0x2E && $0 != 0x3A }
      guard (1...7).contains(rest.count), rest.allSatisfy(\.isDigit) else { continue }
      var main = Array(text[..<at])
      while let last = main.last, !last.isDigit { main.removeLast() }
      return (main, String(decoding: rest, as: UTF8.self))
    }
    return withoutPauses(text) ?? (text, nil)
  }

  /// Splits off what is dialled after a pause, as telephones write it: `,,123`, `;12`, `p44`, `w5`,
  /// `,,123#`.
  ///
  /// One comma or semicolon divides numbers as well: there at most four digits follow at once.
  private static func withoutPauses(_ text: [UInt8]) -> (main: [UInt8], ext: String?)? {
    var digits = 0
    let start = text.firstIndex { byte in
      if byte.isDigit { digits += 1 }
      return digits >= 5 && isPause(byte)
    }
    guard let start else { return nil }
    let tail = text[start...]
    let signs = tail.prefix { !$0.isDigit && !isKey($0) }
    let stretches = tail.split { !$0.isDigit }
    guard tail.allSatisfy({ $0.isDigit || $0.isBlank || isPause($0) || isKey($0) }),
      !stretches.isEmpty
    else { return nil }
    let hasKey = tail.contains(where: isKey)
    let isSure =
      hasKey || signs.count(where: isPause) > 1
      || signs.contains { $0 == UInt8(ascii: "p") || $0 == UInt8(ascii: "w") }
    let isPlain = stretches.count == 1 && !signs.contains(where: \.isBlank)
    let most = hasKey ? 20 : isSure ? 7 : 4
    guard isSure || isPlain, stretches.joined().count <= most else { return nil }
    var main = Array(text[..<start])
    while let last = main.last, !last.isDigit { main.removeLast() }
    let parts = stretches.map { String(decoding: $0, as: UTF8.self) }
    return (main, parts.joined(separator: ","))
  }

  /// Comma, semicolon, `p`, `w`, or the backslash that cards put before the first two.
  private static func isPause(_ byte: UInt8) -> Bool { ",;pw\\".utf8.contains(byte) }

  /// A key of the telephone that is no digit.
  private static func isKey(_ byte: UInt8) -> Bool { byte == 0x23 || byte == 0x2A }

  private static let words: [[UInt8]] = [
    ";ext=", "extension", "ext", "poste", "durchwahl", "dw", "wewn", "wew", "linka", "kl", "x", "#",
  ].map { Array($0.utf8) }

  private static func position(of word: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= word.count else { return nil }
    return (0...(text.count - word.count)).first { text[$0...].starts(with: word) }
  }

  /// Drops a leading `tel:` or another word that ends before the number.
  static func withoutLabel(_ text: [UInt8]) -> [UInt8] {
    let label = text.prefix { $0.isLetter || $0 == 0x2E || $0 == 0x3A || $0 == 0x20 }
    guard label.contains(where: \.isLetter) else { return text }
    let word = String(decoding: label.filter(\.isLetter), as: UTF8.self)
    return labels.contains(word) ? Array(text.dropFirst(label.count)) : text
  }

  private static let labels: Set<String> = [
    "tel", "telephone", "telefon", "telefono", "phone", "ph", "fon", "fax", "mobile", "mobil",
    "movil", "mob", "gsm", "t", "f", "m", "tf", "tlf", "tlfno", "kom", "portable",
  ]
}
