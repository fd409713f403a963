internal import Basics

/// Says whether a contact has all the words of a search, and how well it answers.
///
/// A word counts where a word of the contact begins with it: four points in a name, three in the
/// address of the mailbox, two in city, position and sector, one elsewhere; as a whole word
/// double.
struct SearchRank {
  private let words: [[UInt8]]
  private var folded: [UInt8] = []

  private static let points: [(field: ContactField, points: Int)] = [
    (.name, 4), (.givenName, 4), (.familyName, 4), (.organisation, 4), (.shortName, 4),
    (.email, 3), (.city, 2), (.position, 2), (.sector, 2), (.phone, 1), (.note, 1),
  ]

  /// Nil when there is no word in the text.
  init?(_ text: String) {
    words = Folding.folded(text).utf8.split(whereSeparator: Self.separates).map(Array.init)
    if words.isEmpty { return nil }
  }

  /// The words as the index is asked for them: all of them, as beginnings.
  var query: String {
    words.map { "\"\(String(decoding: $0, as: UTF8.self))\"*" }.joined(separator: " AND ")
  }

  /// The points of a contact; nil when it does not have every word.
  mutating func points(of contact: ContactDraft) -> Int? {
    var best = Array(repeating: 0, count: words.count)
    for (field, points) in Self.points {
      guard var text = contact[field] else { continue }
      folded.removeAll(keepingCapacity: true)
      text.withUTF8 { Folding.append($0, to: &folded) }
      for (index, word) in words.enumerated() where best[index] < points * 2 {
        best[index] = max(best[index], points * Self.fit(word, folded))
      }
    }
    return best.contains(0) ? nil : best.reduce(0, +)
  }

  /// 2 when the word stands in the text, 1 when one begins with it, else 0.
  private static func fit(_ word: [UInt8], _ text: [UInt8]) -> Int {
    var fit = 0
    var start = 0
    while start + word.count <= text.count {
      let end = start + word.count
      if start == 0 || separates(text[start - 1]), text[start..<end].elementsEqual(word) {
        if end == text.count || separates(text[end]) { return 2 }
        fit = 1
      }
      start += 1
    }
    return fit
  }

  /// What stands between words, as the index's tokenizer has it.
  private static func separates(_ byte: UInt8) -> Bool { !byte.isAlphanumeric && byte < 0x80 }
}
