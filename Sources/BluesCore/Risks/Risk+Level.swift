internal import Basics

extension Risk.Level {
  /// As lists of five countries write it: a number from 1 to 3, or a word with or without accents.
  init?(listed text: String) {
    switch Folding.folded(text) {
    case "1", "low", "niedrig", "gering", "faible", "bajo", "baja", "niski", "niskie", "nizka",
      "nizke", "nizky":
      self = .low
    case "2", "medium", "mittel", "moyen", "moyenne", "medio", "media", "sredni", "srednie",
      "stredni":
      self = .medium
    case "3", "high", "hoch", "eleve", "elevee", "fort", "forte", "alto", "alta", "wysoki",
      "wysokie", "vysoka", "vysoke", "vysoky":
      self = .high
    default: return nil
    }
  }
}
