internal import GRDB

/// How many answered and what they said on the whole.
package struct FeedbackSummary: Sendable, Equatable {
  /// The answers of one side.
  package struct Response: Sendable, Equatable {
    package let side: Profile.Role
    /// The exchanges that took place: so many answers could be there.
    package let asked: Int
    package let answered: Int
    /// The exchanges whose answer is missing.
    package let missing: [ExchangeCode]

    /// The share of those asked who answered; nil when nobody was asked.
    package var rate: Percent? {
      asked == 0 ? nil : Percent(hundredths: (answered * 20_000 + asked) / (2 * asked))
    }
  }

  /// The answers to one question.
  package struct Question: Sendable, Equatable {
    package let side: Profile.Role
    package let code: String
    package let label: String
    package let answers: Int
    package let lowest: Int
    package let highest: Int
    /// Hundredths, rounded to the nearest, half up.
    package let average: Int
  }

  package let responses: [Response]
  /// Questions that were answered, in the order of the forms.
  package let questions: [Question]
}

extension Feedbacks {
  package func summary() throws -> FeedbackSummary {
    let (all, over, programme) = try store.read { db in
      let states = try Row.fetchAll(db, sql: "SELECT number, state FROM exchange ORDER BY number")
      let over = try states.filter { try $0.value("state", as: Exchange.State.self).tookPlace }
        .map { try $0.value("number", as: ExchangeCode.self) }
      return (try Self.all(db), over, try Programme.of(db))
    }
    let sides: [Profile.Role] = [.visitor, .host]
    return FeedbackSummary(
      responses: sides.map { side in
        let answered = all.filter { $0.side == side }.map(\.exchange)
        return .init(
          side: side, asked: over.count, answered: answered.count,
          missing: over.filter { !answered.contains($0) })
      },
      questions: try sides.flatMap { side in
        try Feedback.form(of: side, programme).values.compactMap { value in
          let scores = all.filter { $0.side == side }.flatMap(\.scores)
            .filter { $0.question == value.code }.map(\.score)
          guard let lowest = scores.min(), let highest = scores.max() else { return nil }
          let sum = scores.reduce(0, +)
          return .init(
            side: side, code: value.code, label: value.label, answers: scores.count,
            lowest: lowest, highest: highest,
            average: (sum * 200 + scores.count) / (2 * scores.count))
        }
      })
  }
}
