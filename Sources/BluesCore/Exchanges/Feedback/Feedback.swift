package import Basics
internal import GRDB

/// What one side says of an exchange once it took place.
package struct Feedback: Sendable, Equatable {
  package let exchange: ExchangeCode
  package let organisation: String
  package let side: Profile.Role
  package let givenOn: Day
  /// In the order of the form.
  package let scores: [Score]
  package let text: String?

  /// How one question of the form was answered.
  package struct Score: Sendable, Equatable {
    /// The question's code, such as `overall`.
    package let question: String
    /// From 1, not at all, to 5, wholly.
    package let score: Int

    package init(question: String, score: Int) {
      self.question = question
      self.score = score
    }
  }

  /// The lowest and the highest score.
  package static let scale = 1...5

  /// The questions that a side is asked; the scheme's own form was not published.
  package static func form(of side: Profile.Role, _ programme: Programme) throws -> CodeList {
    try programme.list("feedback-\(side.rawValue)")
  }
}

extension Feedback.Score {
  /// Reads `overall=5`.
  package init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let score = wholeNumber(Array(parts[1].utf8)),
      Feedback.scale.contains(score), !parts[0].isEmpty
    else { throw FeedbackProblem.noScore(text.trimmed) }
    self.init(question: parts[0].asciiLowered, score: score)
  }
}
