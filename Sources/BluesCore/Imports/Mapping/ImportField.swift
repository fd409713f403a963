internal import Basics

/// A column that an import understands, and the headings senders give it.
package struct ImportField: Sendable, Equatable {
  /// The name in `--map HEADER=name` and in our own exports.
  package let name: String
  /// Headings in the languages of the partners' countries, folded; the field's own name first.
  package private(set) var synonyms: [String]
  package let isRequired: Bool
  /// What its cells hold.
  let content: CellContent
  /// The headings as people write them, by their languages; the field's own name is not among them.
  package private(set) var headings: [Headings]
  private var languages: [String: [HeadingLanguage]]

  /// The headings of one language.
  package struct Headings: Sendable, Equatable {
    package let language: HeadingLanguage
    package let words: [String]
  }

  /// The synonyms are headings between commas, languages between semicolons with a code before.
  ///
  /// As in `town,place; fr: ville`; those without a code are English.
  init(
    _ name: String, _ synonyms: String = "", isRequired: Bool = false,
    content: CellContent = .text
  ) {
    self.name = name
    self.content = content
    self.isRequired = isRequired
    var keys = [Self.key(name)]
    var languages: [String: [HeadingLanguage]] = [:]
    var headings: [Headings] = []
    for part in synonyms.split(separator: ";") {
      let pieces = part.split(separator: ":", maxSplits: 1)
      let code = pieces.count == 2 ? String(pieces[0]).trimmed : HeadingLanguage.english.rawValue
      let language = HeadingLanguage(rawValue: code) ?? .english
      let words = (pieces.last ?? "").split(separator: ",").map { String($0).trimmed }
      headings.append(Headings(language: language, words: words))
      for synonym in words {
        let key = Self.key(synonym)
        if !keys.contains(key) { keys.append(key) }
        languages[key, default: []].append(language)
      }
    }
    self.synonyms = keys
    self.headings = headings
    self.languages = languages
  }

  /// The same field, which answers to one English heading more.
  func answering(to heading: String) -> ImportField {
    var field = self
    let key = Self.key(heading)
    guard !key.isEmpty, !synonyms.contains(key) else { return field }
    field.synonyms.append(key)
    field.languages[key, default: []].append(.english)
    field.headings.append(Headings(language: .english, words: [heading]))
    return field
  }

  /// A heading as it is compared: folded, letters and digits only.
  static func key(_ heading: String) -> String {
    String(
      decoding: Folding.folded(heading).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
      as: UTF8.self)
  }

  func answers(to heading: String) -> Bool {
    let key = Self.key(heading)
    return !key.isEmpty && synonyms.contains { $0.isSame(as: key) }
  }

  /// The languages in which a heading means this field; none for its own name.
  func languages(of heading: String) -> [HeadingLanguage] { languages[Self.key(heading)] ?? [] }

  /// The same for a heading with a number in it, such as `Telefon 2`.
  func languages(ofNumbered heading: String) -> [HeadingLanguage] {
    languages(of: String(heading.filter { !$0.isNumber }))
  }
}
