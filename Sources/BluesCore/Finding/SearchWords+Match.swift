internal import Basics

extension SearchWords {
  /// Where the words are, when all of them occur in these texts together, or in the code.
  ///
  /// The answer is a part of the first text that has the most of them, behind its heading.
  func match(in texts: [(heading: String, text: String)], besides code: String? = nil) -> String? {
    let all = texts + (code.map { [("No", $0)] } ?? [])
    let folded = all.map { Array(Folding.folded($0.text).utf8) }
    guard spellings.allSatisfy({ word in folded.contains { Self.fit(word, $0) > 0 } }) else {
      return nil
    }
    let counts = folded.map { text in spellings.count { Self.fit($0, text) > 0 } }
    guard let most = counts.max(), let best = counts.firstIndex(of: most) else { return nil }
    return "\(all[best].heading): \(excerpt(of: all[best].text))"
  }

  /// The most letters of an excerpt.
  private static let length = 60

  /// The part of a text round the first word that is found in it.
  private func excerpt(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let whole = words.joined(separator: " ")
    guard whole.count > Self.length else { return whole }
    let found = words.firstIndex { word in
      let folded = Array(Folding.folded(String(word)).utf8)
      return spellings.contains { Self.fit($0, folded) > 0 }
    }
    var first = found ?? 0
    var length = words[first].count
    // A few words before it say what it is about.
    while first > 0, length + words[first - 1].count < Self.length / 3 {
      first -= 1
      length += words[first].count + 1
    }
    var excerpt = ""
    var next = first
    while next < words.count, excerpt.isEmpty || excerpt.count + words[next].count < Self.length {
      excerpt += (excerpt.isEmpty ? "" : " ") + words[next]
      next += 1
    }
    return (first > 0 ? "… " : "") + excerpt + (next < words.count ? " …" : "")
  }
}
