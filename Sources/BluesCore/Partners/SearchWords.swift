internal import Basics

/// The words of a search, each with the spellings in which it is found.
///
/// `ä`, `ae` and `a` are one letter, as among duplicates, and so are ö and ü.
struct SearchWords {
  let spellings: [[[UInt8]]]

  /// Nil when there is no word in the text.
  init?(_ text: String) {
    spellings = Folding.folded(text).utf8.split(whereSeparator: Self.separates).map {
      Self.spellings(Array($0))
    }
    if spellings.isEmpty { return nil }
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

  /// Whether words of a text begin with every word.
  func areAll(in text: String) -> Bool {
    let folded = Array(Folding.folded(text).utf8)
    return spellings.allSatisfy { Self.fit($0, folded) > 0 }
  }

  /// 2 when a word stands in a folded text, 1 when one begins with it, else 0.
  static func fit(_ spellings: [[UInt8]], _ text: [UInt8]) -> Int {
    spellings.reduce(0) { max($0, fit($1, text)) }
  }

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
