internal import Basics

/// The text of a published page, made ready to be looked through.
///
/// What is compared is letters and digits alone, folded, so that line ends, quotes and the gaps that
/// a PDF leaves between letters do not matter.
struct ReadPage {
  /// Folded, letters and digits only.
  private let squeezed: [UInt8]
  /// Folded, with one blank for anything between words, and one at each end.
  private let words: String
  /// Whether the gaps between words are to be trusted.
  private let hasWords: Bool

  init(_ text: String, hasWords: Bool) {
    let folded = Array(Folding.folded(text).utf8)
    squeezed = folded.filter { $0.isAlphanumeric || $0 >= 0x80 }
    words = Self.spaced(folded)
    self.hasWords = hasWords
  }

  /// Whether the text has a phrase, wherever words begin and end.
  func has(_ phrase: String) -> Bool {
    let key = Self.key(phrase)
    return !key.isEmpty && !places(of: key, most: 1).isEmpty
  }

  /// Whether the text has a word or number by itself, as far as its words can be told.
  func hasWord(_ word: String) -> Bool {
    guard hasWords else { return has(word) }
    let key = Self.spaced(Array(Folding.folded(word).utf8))
    return key.utf8.count > 2 && words.contains(key)
  }

  /// Whether one of each group of stems is near one of the first group.
  func has(near distance: Int, _ groups: [[String]]) -> Bool {
    guard let first = groups.first else { return false }
    let anchors = first.flatMap { places(of: Self.key($0), most: 200) }
    let others = groups.dropFirst().map { $0.map { Self.key($0) } }
    return anchors.contains { place in
      let window = squeezed[
        max(0, place - distance)..<min(squeezed.count, place + distance)]
      return others.allSatisfy { stems in stems.contains { Self.contains($0, window) } }
    }
  }

  /// The words of a folded text, a blank around each; a number behind a sign is a word, as in n°5.
  private static func spaced(_ folded: [UInt8]) -> String {
    var spaced: [UInt8] = [0x20]
    for byte in folded {
      let last = spaced.last ?? 0x20
      if byte.isAlphanumeric || byte >= 0x80 {
        if last != 0x20, last.isDigit != byte.isDigit { spaced.append(0x20) }
        spaced.append(byte)
      } else if last != 0x20 {
        spaced.append(0x20)
      }
    }
    if spaced.last != 0x20 { spaced.append(0x20) }
    return String(decoding: spaced, as: UTF8.self)
  }

  /// The places of some bytes, at most so many.
  private func places(of key: [UInt8], most: Int) -> [Int] {
    guard let first = key.first else { return [] }
    var found: [Int] = []
    var index = 0
    while index + key.count <= squeezed.count, found.count < most {
      if squeezed[index] == first, squeezed[index..<index + key.count].elementsEqual(key) {
        found.append(index)
      }
      index += 1
    }
    return found
  }

  private static func contains(_ key: [UInt8], _ window: ArraySlice<UInt8>) -> Bool {
    guard let first = key.first, window.count >= key.count else { return false }
    return (window.startIndex...window.endIndex - key.count).contains { index in
      window[index] == first && window[index..<index + key.count].elementsEqual(key)
    }
  }

  private static func key(_ text: String) -> [UInt8] {
    Folding.folded(text).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 }
  }
}
