internal import Basics

/// Sentences written one after another, as bytes, so that many thousand cost little.
struct MatchSentences {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  var texts: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(_ number: Int) { bytes.append(decimal: number) }

  /// Hundredths of a point, as short as they can be: `24`, `12.5`.
  mutating func add(points: Int) {
    add(points / 100)
    let rest = points % 100
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  mutating func add(_ tags: [Int32], of book: TagTable) {
    for (position, tag) in tags.enumerated() {
      if position > 0 { add(", ") }
      book.append(tag, to: &bytes)
    }
  }

  /// Ends a sentence that tells what it is worth.
  mutating func end(points: Int, of most: Int) {
    add(" (")
    add(points: points)
    add(" of ")
    add(most)
    add(" points).")
    end()
  }

  mutating func end() { ends.append(bytes.count) }
}
