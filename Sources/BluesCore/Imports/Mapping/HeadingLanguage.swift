/// A language in which headings of lists are known.
package enum HeadingLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
  case german = "de"
  case spanish = "es"
  case polish = "pl"
  case czech = "cs"
  case dutch = "nl"

  /// Its name in English, with the article that "heading" takes after it.
  package var words: String {
    switch self {
    case .english: "an English"
    case .french: "a French"
    case .german: "a German"
    case .spanish: "a Spanish"
    case .polish: "a Polish"
    case .czech: "a Czech"
    case .dutch: "a Dutch"
    }
  }
}
