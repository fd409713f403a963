internal import Basics

/// Says whether a contact has all the words of a search, and how well it answers.
///
/// A word counts where a word of the contact begins with it: four points in a name, three in the
/// address of the mailbox, two in city, position and sector, one elsewhere; as a whole word
/// double. `ä`, `ae` and `a` are one letter, as among duplicates, and so are ö and ü.
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
    words = Folding.folded(text).utf8.split(whereSeparator: Self.separates).map {
      Self.spellings(Array($0))
    }
    if words.isEmpty { return nil }
  }

  /// The words as the index is asked for them: all of them, as beginnings.
  var query: String {
    words.map { spellings in
      let terms = spellings.map { "\"\(String(decoding: $0, as: UTF8.self))\"*" }
      return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    }.joined(separator: " AND ")
  }

  /// A folded word with and without an `e` behind each a, o and u, but for its end, where the word
  /// may not be typed to its end yet.
  static func spellings(_ word: [UInt8]) -> [[UInt8]] {
    let e = UInt8(ascii: "e")
    var bare: [UInt8] = []
    var places: [Int] = []
    var index = 0
    while index < word.count {
      bare.append(word[index])
      let isVowel = "aou".utf8.contains(word[index])
      if isVowel, index + 1 < word.count, word[index + 1] != e || index + 2 < word.count {
        places.append(bare.count)
        if word[index + 1] == e { index += 1 }
      }
      index += 1
    }
    // A word of many vowels is spelt in one way throughout.
    let choices =
      places.count <= 5 ? Array(0..<(1 << places.count)) : [0, (1 << places.count) - 1]
    let spellings = choices.map { choice in
      places.indices.reversed().filter { choice >> $0 & 1 == 1 }.reduce(into: bare) {
        $0.insert(e, at: places[$1])
      }
    }
    return [word] + spellings.filter { $0 != word }
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
        let fit = spellings.reduce(0) { max($0, Self.fit($1, folded)) }
        best[index] = max(best[index], points * fit)
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
