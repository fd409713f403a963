internal import Basics

/// Says whether a contact has all the words of a search, and how well it answers.
///
/// A word counts where a word of the contact begins with it: four points in a name, three in the
/// address of the mailbox, two in city, position and sector, one elsewhere; as a whole word
/// double.
struct SearchRank {
  /// The spellings of each word.
  private let words: [[[UInt8]]]
  private var folded: [UInt8] = []

  private static let points: [(field: ContactField, points: Int)] = [
    (.name, 4), (.givenName, 4), (.familyName, 4), (.organisation, 4), (.shortName, 4),
    (.email, 3), (.city, 2), (.position, 2), (.sector, 2), (.phone, 1), (.note, 1),
  ]

  /// Nil when there is no word in the text.
  init?(_ text: String) {
    guard let words = SearchWords(text) else { return nil }
    self.words = words.spellings
  }

  /// The words as the index is asked for them: all of them, as beginnings.
  var query: String {
    words.map { spellings in
      let terms = spellings.map { "\"\(String(decoding: $0, as: UTF8.self))\"*" }
      return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    }.joined(separator: " AND ")
  }

  /// The points of a contact; nil when it does not have every word.
  ///
  /// Where only some fields are to be looked at, the words must be in these.
  mutating func points(of contact: ContactDraft, in fields: [ContactField]? = nil) -> Int? {
    var best = Array(repeating: 0, count: words.count)
    for (field, points) in Self.points where fields?.contains(field) != false {
      guard var text = contact[field] else { continue }
      folded.removeAll(keepingCapacity: true)
      text.withUTF8 { Folding.append($0, to: &folded) }
      for (index, spellings) in words.enumerated() where best[index] < points * 2 {
        best[index] = max(best[index], points * SearchWords.fit(spellings, folded))
      }
    }
    return best.contains(0) ? nil : best.reduce(0, +)
  }
}
