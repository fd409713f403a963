internal import Basics

/// A run of letters and digits in a text.
struct TextWord {
  let range: Range<String.Index>
  let folded: String
  let isCapital: Bool

  static func all(in text: String) -> [TextWord] {
    let scalars = text.unicodeScalars
    var words: [TextWord] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let start = index
      while index < scalars.endIndex, isOfWord(scalars[index], begun: index > start) {
        index = scalars.index(after: index)
      }
      guard index > start else {
        index = scalars.index(after: index)
        continue
      }
      words.append(
        TextWord(
          range: start..<index, folded: Folding.folded(String(scalars[start..<index])),
          isCapital: scalars[start].properties.isUppercase))
    }
    return words
  }

  /// Marks above and below letters belong to the word of the letter.
  private static func isOfWord(_ scalar: Unicode.Scalar, begun: Bool) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    return begun && properties.generalCategory == .nonspacingMark
  }
}
