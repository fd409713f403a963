package import Basics

/// The names of countries in English and the languages of the partners.
///
/// They come from the Unicode CLDR, with further names that lists have; `make data` writes them anew.
enum CountryNames {
  /// The English name by country.
  static let inEnglish: [CountryCode: String] = Dictionary(
    uniqueKeysWithValues: rows.map { ($0.country, String($0.names[0])) })

  /// The country by the key of each of its names.
  static let byKey: [String: CountryCode] = {
    var index: [String: CountryCode] = [:]
    index.reserveCapacity(2_048)
    for (country, names) in rows {
      for name in names { index[key(of: String(name))] = country }
    }
    return index
  }()

  /// Each country with its names: in English, in each other language, and what else it is called.
  static var rows: [(country: CountryCode, names: [Substring])] {
    EmbeddedText.countries.rows.map { cells in
      let further = cells[cells.count - 1].split(separator: "|")
      return (CountryCode(unchecked: cells[0]), cells.dropFirst().dropLast() + further)
    }
  }

  /// A name folded, its words without signs and articles, one blank between them.
  static func key(of name: String) -> String {
    let folded = Folding.folded(name)
    let words = folded.utf8.split { !($0.isAlphanumeric || $0 >= 0x80) }
    let kept = words.filter { !articles.contains(String(decoding: $0, as: UTF8.self)) }
    return kept.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The country in a full style such as `Kingdom of Belgium`, where its name alone is enough.
  static func country(styled text: String) -> CountryCode? {
    let words = key(of: text).split(separator: " ")
    let name = words.filter { !styles.contains(String($0)) }.joined(separator: " ")
    return name.isEmpty || ambiguous.contains(name) ? nil : byKey[name]
  }

  /// Names that two states share, so that their styles tell them apart.
  private static let ambiguous: Set<String> = ["china", "chine", "congo", "korea", "coree"]

  private static let styles: Set<String> = [
    "republic", "kingdom", "state", "principality", "commonwealth", "sultanate", "federal",
    "federative", "islamic", "socialist", "democratic", "independent", "union", "hashemite",
    "arab", "people", "s", "republique", "royaume", "principaute", "federale", "republik",
    "konigreich", "furstentum", "bundesrepublik", "republica", "reino", "principado", "republika",
    "krolestwo", "kralovstvi", "rzeczpospolita", "islands", "islas", "iles", "bolivarian",
  ]

  private static let articles: Set<String> = [
    "the", "and", "of", "le", "la", "les", "l", "et", "de", "du", "des", "d", "die", "der", "und",
    "el", "los", "las", "del", "y", "i", "a",
  ]
}

extension CountryCode {
  package var englishName: String { CountryNames.inEnglish[self] ?? code }

  /// A country by its code or by its name in English, French, German, Spanish, Polish or Czech.
  ///
  /// Case, accents, signs and articles do not matter, and `Korea, Republic of` is read as well.
  package init?(spelled text: String) {
    if let code = CountryCode(text) {
      self = code
      return
    }
    if let found = CountryNames.byKey[CountryNames.key(of: text)] {
      self = found
      return
    }
    if let found = CountryNames.country(styled: text) {
      self = found
      return
    }
    guard let comma = text.utf8.firstIndex(of: 0x2C) else { return nil }
    let turned = text[text.utf8.index(after: comma)...] + " " + text[..<comma]
    guard let found = CountryNames.byKey[CountryNames.key(of: String(turned))] else { return nil }
    self = found
  }

  /// A country by code or name, or the problem with what it may have meant.
  package init(parsing text: String) throws(CountryProblem) {
    guard let found = CountryCode(spelled: text) else {
      let near = EditDistance.nearest(
        to: text.trimmed, in: CountryNames.inEnglish.values.sorted())
      throw .unknown(text.trimmed, near: near)
    }
    self = found
  }
}

/// A text that names no country.
package enum CountryProblem: Problem, Equatable {
  case unknown(String, near: [String])

  package var message: String {
    switch self {
    case .unknown(let text, _): "Unknown country: \(text)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let near):
      near.isEmpty
        ? "Write its two letters, such as FR, or its name."
        : "Did you mean \(near.joined(separator: ", "))?"
    }
  }

  package var kind: ProblemKind { .usage }
}
