internal import Basics

/// Takes a person's full name apart, in the order that its list writes names in.
///
/// Particles such as de, von and van stay with the family name. A name that does not fit the order
/// stays whole: of one word, with a comma where none is expected, or without one where it is.
package struct NameSplit: Sendable, Equatable {
  /// In which order the parts of a name stand.
  package enum Order: String, Sendable, CaseIterable {
    case givenFamily = "given family"
    case familyGiven = "family given"
    case familyCommaGiven = "family, given"
    /// Two family names, as in Spain.
    case givenTwoFamilies = "given family family"
    case twoFamiliesGiven = "family family given"
  }

  package let order: Order

  package init(_ order: Order) {
    self.order = order
  }

  /// The fields that the parts are for: both halves, or the whole name.
  static let fields: [ContactField] = [.givenName, .familyName, .name]

  func parts(of text: String) -> [String?] {
    guard let (given, family) = halves(text) else { return [nil, nil, text] }
    return [given, family, nil]
  }

  private func halves(_ text: String) -> (given: String, family: String)? {
    let words = text.utf8.split(whereSeparator: Self.isSpace)
      .map { String(decoding: $0, as: UTF8.self) }
    if order == .familyCommaGiven { return aroundComma(text) }
    guard words.count > 1, !text.utf8.contains(UInt8(ascii: ",")) else { return nil }
    let cut: Int
    switch order {
    case .givenFamily: cut = Self.start(of: 1, in: words)
    case .givenTwoFamilies: cut = Self.start(of: words.count > 2 ? 2 : 1, in: words)
    case .familyGiven: cut = Self.end(of: 1, in: words)
    case .twoFamiliesGiven: cut = Self.end(of: words.count > 2 ? 2 : 1, in: words)
    case .familyCommaGiven: return nil
    }
    guard cut > 0, cut < words.count else { return nil }
    let first = words[..<cut].joined(separator: " ")
    let second = words[cut...].joined(separator: " ")
    switch order {
    case .givenFamily, .givenTwoFamilies: return (first, second)
    case .familyGiven, .twoFamiliesGiven, .familyCommaGiven: return (second, first)
    }
  }

  private func aroundComma(_ text: String) -> (given: String, family: String)? {
    let pieces = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }
    guard pieces.count == 2, !pieces[0].isEmpty, !pieces[1].isEmpty else { return nil }
    return (pieces[1], pieces[0])
  }

  /// Where the last so many family names begin, each with the particles before it.
  private static func start(of count: Int, in words: [String]) -> Int {
    var index = words.count
    for _ in 0..<count where index > 0 {
      index -= 1
      while index > 0, isParticle(words[index - 1]) { index -= 1 }
      if index > 1, links.contains(Folding.folded(words[index - 1])) { index -= 2 }
    }
    return index
  }

  /// Where the first so many family names end, each with the particles before it.
  private static func end(of count: Int, in words: [String]) -> Int {
    var index = 0
    for _ in 0..<count {
      while index < words.count, isParticle(words[index]) { index += 1 }
      index += 1
      if index + 1 < words.count, links.contains(Folding.folded(words[index])) { index += 2 }
    }
    return index
  }

  private static func isParticle(_ word: String) -> Bool {
    particles.contains(Folding.folded(word))
  }

  /// Blank, tab, line end, and the second byte of no letter.
  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank }

  private static let particles: Set<String> = [
    "d'", "da", "das", "de", "degli", "dei", "del", "della", "dello", "den", "der", "des", "di",
    "do", "dos", "du", "el", "la", "las", "le", "les", "lo", "los", "ten", "ter", "van", "vom",
    "von", "zu", "zum", "zur",
  ]

  /// Words that make one family name of two: `Ortega y Gasset`.
  private static let links: Set<String> = ["y", "i", "e"]
}
