internal import Basics

/// Codes by the everyday words for them, whatever their case, accents and signs.
struct WordTable: Sendable {
  /// The codes in the order of their lines.
  let codes: [String]
  private let byWord: [String: String]

  /// Lines such as `sme: small enterprise, pme`; a code is a word for itself.
  init(_ lines: String) {
    var codes: [String] = []
    var byWord: [String: String] = [:]
    for line in lines.utf8.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let code = String(decoding: line[..<colon], as: UTF8.self).trimmed
      codes.append(code)
      byWord[Self.key(code)] = code
      for word in line[line.index(after: colon)...].split(separator: 0x2C) {
        byWord[Self.key(String(decoding: word, as: UTF8.self))] = code
      }
    }
    self.codes = codes
    self.byWord = byWord
  }

  func code(_ word: String) -> String? { byWord[Self.key(word)] }

  private static func key(_ word: String) -> String {
    String(
      decoding: Folding.folded(word).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
      as: UTF8.self)
  }
}
