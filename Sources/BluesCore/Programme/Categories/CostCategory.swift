internal import Basics

/// A category of costs of a grant, such as D.1, with the rate and the base that hold in a project.
package struct CostCategory: Sendable, Equatable {
  package let code: String
  package let name: String
  /// How costs are declared in it: actual costs, unit costs or a flat rate.
  package let form: String
  /// The share of its costs that the grant pays.
  package let rate: Percent
  /// Whether indirect costs are counted on its costs.
  package let isInBase: Bool
  /// How sure the category is, and the tags of its sources.
  package let mark: Mark
  package let sources: [String]
  /// What budgets and lists of costs call it, besides its code and its name.
  let words: [Word]

  /// A word for a category in one language.
  struct Word: Sendable, Equatable {
    let text: String
    /// The code of the language, such as `de`.
    let language: String

    static let english = "en"

    /// Reads `de: Reise`; a word without a language is English.
    init(_ written: String) {
      let parts = written.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      let isCoded = parts.count == 2 && parts[0].utf8.count == 2
      text = isCoded ? parts[1] : written
      language = isCoded ? parts[0] : Self.english
    }
  }

  /// The letter of its group: `D` of D.1.
  package var group: String { String(code.prefix(1)) }

  /// Whether its costs are worked out by a rate, not declared.
  package var isIndirect: Bool { group == Self.indirect }
  package var isPersonnel: Bool { group == Self.personnel }
  /// Support to third parties, which the exchanges pay.
  package var isSupport: Bool { group == Self.support }

  package static let personnel = "A"
  package static let subcontracting = "B"
  package static let support = "C"
  package static let other = "D"
  package static let indirect = "E"

  /// Whether a text means it: its code, its name, or both as in `D.1 Travel`.
  func isMeant(by text: String) -> Bool {
    let key = Self.key(text)
    guard !key.isEmpty else { return false }
    return ([code, name, "\(code) \(name)"] + words.map(\.text)).contains { Self.key($0) == key }
  }

  /// The headings of a column of it, as an import field has them, by language.
  func headings(where isFree: (String) -> Bool) -> String {
    let english = [Word(name), Word("\(code) \(name)")]
    let words = (english + words).filter { isFree($0.text) && !$0.text.contains(",") }
    var languages: [String] = []
    for word in words where !languages.contains(word.language) { languages.append(word.language) }
    return languages.map { language in
      let list = words.filter { $0.language == language }.map(\.text).joined(separator: ",")
      return language == Word.english ? list : "\(language): \(list)"
    }.joined(separator: "; ")
  }

  /// A text without case, accents and signs.
  static func key(_ text: String) -> String {
    var text = text
    let plain = text.withUTF8 { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { key in
        var count = 0
        for byte in bytes where byte.isAlphanumeric {
          key[count] = byte.lowered
          count += 1
        }
        return count
      }
    }
    return plain
      ?? String(
        decoding: Folding.folded(text).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
        as: UTF8.self)
  }
}

/// The categories as the data of a programme have them.
struct CostCategoryFile: Decodable {
  let categories: [Entry]

  /// One category; its rate is a figure of the rule `reimbursement`.
  struct Entry: Decodable, Sendable {
    let code: String
    let name: String
    let form: String
    let rate: String
    let words: [String]?
    let mark: Mark
    let sources: [String]
  }
}
