internal import Basics

/// How like two records are, with every reason that was counted.
package struct Similarity: Sendable, Equatable {
  /// One thing that speaks for or against two records being one.
  package struct Reason: Sendable, Equatable {
    /// What was compared, and how it turned out, such as `e-mail address the same`.
    package let what: String
    /// Points for it, or against it when below zero.
    package let points: Int
    package let one: String
    package let other: String

    /// The reason in one line.
    package var sentence: String {
      let values = one.isSame(as: other) ? one : "\(one) | \(other)"
      return "\(what) \(points < 0 ? "" : "+")\(points): \(values)"
    }
  }

  /// What the score says.
  package enum Verdict: String, Sendable, CaseIterable {
    /// An exact key is the same and nothing speaks against it.
    case sure
    case likely
    case possible
    /// Too little speaks for it to be listed.
    case unlikely
  }

  /// 0 to 100.
  package let score: Int
  package let reasons: [Reason]

  package var verdict: Verdict {
    switch score {
    case SimilarityWeights.sure...: .sure
    case SimilarityWeights.likely...: .likely
    case SimilarityWeights.possible...: .possible
    default: .unlikely
    }
  }
}

/// Adds up reasons.
struct LikenessSum {
  private(set) var reasons: [Similarity.Reason] = []
  private var points = 0
  private var isExact = false
  private var most = 100

  /// However much adds up, the verdict is no better than possible.
  mutating func isOnlyPossible() { most = SimilarityWeights.likely - 1 }

  mutating func count(_ what: String, _ points: Int, _ one: String, _ other: String) {
    guard points != 0 else { return }
    reasons.append(Similarity.Reason(what: what, points: points, one: one, other: other))
    self.points += points
    if points == SimilarityWeights.exactKey { isExact = true }
  }

  /// Without an exact key nothing is sure, however much adds up.
  var likeness: Similarity {
    let most = min(most, isExact ? 100 : SimilarityWeights.sure - 1)
    return Similarity(score: max(0, min(most, points)), reasons: reasons)
  }
}
