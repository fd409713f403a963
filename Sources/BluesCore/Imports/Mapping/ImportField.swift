internal import Basics

/// A column that an import understands, and the headings senders give it.
package struct ImportField: Sendable, Equatable {
  /// The name in `--map HEADER=name` and in our own exports.
  package let name: String
  /// Headings in the languages of the partners' countries, folded; the field's own name first.
  package let synonyms: [String]
  package let isRequired: Bool
  private let languages: [String: [HeadingLanguage]]

  /// The synonyms are headings between commas, languages between semicolons with a code before.
  ///
  /// As in `town,place; fr: ville`; those without a code are English.
  package init(_ name: String, _ synonyms: String = "", isRequired: Bool = false) {
    self.name = name
    self.isRequired = isRequired
    var keys = [Self.key(name)]
    var languages: [String: [HeadingLanguage]] = [:]
    for part in synonyms.split(separator: ";") {
      let pieces = part.split(separator: ":", maxSplits: 1)
      let code = pieces.count == 2 ? String(pieces[0]).trimmed : HeadingLanguage.english.rawValue
      let language = HeadingLanguage(rawValue: code) ?? .english
      for synonym in (pieces.last ?? "").split(separator: ",") {
        let key = Self.key(String(synonym))
        if !keys.contains(key) { keys.append(key) }
        languages[key, default: []].append(language)
      }
    }
    self.synonyms = keys
    self.languages = languages
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
}
