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
    return (text, nil)
  }

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
