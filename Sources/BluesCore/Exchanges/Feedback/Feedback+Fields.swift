internal import Basics
package import Documents

extension Feedback {
  package static let fields: [Field<Feedback>] = [
    Field("exchange", "No", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.exchange.description)
    },
    Field("side", "Side", "Whose feedback it is.", kind: .words(of: Profile.Role.self)) {
      .text($0.side.rawValue)
    },
    Field("organisation", "Organisation", "The organisation of that side.", rank: .main) {
      .text($0.organisation)
    },
    Field("given_on", "On", "The day it was given.", kind: .day) { .day($0.givenOn) },
    Field("scores", "Scores", "The questions with their scores.", kind: .list) {
      .list($0.scores.map { "\($0.question) \($0.score)" })
    },
    Field("text", "In words", "The feedback in words.") { .text(orEmpty: $0.text) },
  ]
}

extension FeedbackSummary.Response {
  package static let fields: [Field<FeedbackSummary.Response>] = [
    Field("side", "Side") { .text($0.side.rawValue) },
    Field("asked", "Took place") { .integer($0.asked) },
    Field("answered", "Answered") { .integer($0.answered) },
    Field("rate", "Rate", alignment: .trailing) { .text(orEmpty: $0.rate?.description) },
    Field("missing", "Missing") { .list($0.missing.map(\.description)) },
  ]
}

extension FeedbackSummary.Question {
  package static let fields: [Field<FeedbackSummary.Question>] = [
    Field("side", "Side") { .text($0.side.rawValue) },
    Field("question", "Question", shown: false) { .text($0.code) },
    Field("label", "Asked") { .text($0.label) },
    Field("answers", "Answers") { .integer($0.answers) },
    Field("average", "Average") {
      .decimal("\($0.average / 100).\(padded($0.average % 100, to: 2))")
    },
    Field("lowest", "Lowest") { .integer($0.lowest) },
    Field("highest", "Highest") { .integer($0.highest) },
  ]
}
