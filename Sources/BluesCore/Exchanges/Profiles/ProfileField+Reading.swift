internal import Basics

extension ProfileField {
  /// The text as it is stored: lists cleaned, words of closed lists as their codes.
  ///
  /// - Throws: `ProfileProblem.unreadable` when a closed list does not have the word.
  func stored(_ text: String) throws(ProfileProblem) -> String {
    let said = CellText.trimmed(text)
    guard !said.isEmpty else { return "" }
    guard let stored = Self.read(self, said) else {
      throw .unreadable(self, found: said, expected: expected)
    }
    return stored
  }

  private static func read(_ field: Self, _ text: String) -> String? {
    switch field {
    case .category: CategoryWords.category(text)
    case .sectors, .technologies, .offers, .seeks: list(text) { $0 }
    case .languages: list(text) { LanguageWords.code($0) ?? $0 }
    case .activities: list(text, ActivityWords.code)
    case .preferredCountries: list(text) { CountryCode(spelled: $0)?.code }
    case .availableFrom, .availableTo, .assessedOn: Day(iso: text)?.iso
    case .capacity: wholeNumber(text.utf8).map { String($0) }
    case .cv: YesWords.answer(text).map { $0 ? "1" : "0" }
    case .coordinates: coordinates(text)
    case .assessment: Profile.Assessment(rawValue: text.asciiLowered)?.rawValue
    case .motivation, .eccp, .partnership, .city, .assessmentNote: text
    }
  }

  /// Latitude and longitude with a comma between, as they were written; nil when they are none.
  private static func coordinates(_ text: String) -> String? {
    guard (try? Coordinates(text)) != nil else { return nil }
    return Coordinates.parts(text).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: ",")
  }

  /// The entries of a list between semicolons or bars, each once; nil when one cannot be read.
  private static func list(_ text: String, _ read: (String) -> String?) -> String? {
    var entries: [String] = []
    for piece in text.utf8.split(whereSeparator: { $0 == 0x3B || $0 == 0x7C }) {
      let entry = String(decoding: piece, as: UTF8.self).trimmed
      guard !entry.isEmpty else { continue }
      guard let known = read(entry) else { return nil }
      let isRepeated = entries.contains { $0.isSame(as: known) }
      if !isRepeated { entries.append(known) }
    }
    return entries.joined(separator: "; ")
  }
}
