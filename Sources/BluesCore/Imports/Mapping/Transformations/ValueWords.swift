internal import Basics

/// What the words of a list mean where a field has other words: `Demonstra` is DEM.
package struct ValueWords: Sendable, Equatable {
  /// One word of the list, and what is read in its place.
  package struct Pair: Sendable, Equatable {
    package let word: String
    package let meaning: String
  }

  package let pairs: [Pair]

  /// What a cell means; its own text where no word is it.
  ///
  /// Capitals and accents are no difference.
  func meaning(of cell: String) -> String {
    let said = Folding.folded(CellText.trimmed(cell))
    return pairs.first { Folding.folded($0.word) == said }?.meaning ?? cell
  }
}
