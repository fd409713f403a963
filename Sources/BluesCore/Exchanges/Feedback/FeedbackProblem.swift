package import Basics

/// Why feedback cannot be taken or found.
package enum FeedbackProblem: Problem, Equatable {
  case noScore(String)
  case noScores(ExchangeCode)
  case unknownQuestion(String, side: Profile.Role, known: [String])
  case askedTwice(String)
  case notYet(ExchangeCode, is: Exchange.State)
  case givenAlready(ExchangeCode, side: Profile.Role)
  case none(ExchangeCode, side: Profile.Role)

  package var message: String {
    switch self {
    case .noScore(let text): "Not a score: \(text)."
    case .noScores(let code): "The feedback on \(code) has no score."
    case .unknownQuestion(let question, let side, _):
      "The form of the \(side.rawValue) has no question \"\(question)\"."
    case .askedTwice(let question): "The question \(question) has two scores."
    case .notYet(let code, let state):
      "\(code) is \(state.word); feedback is recorded once the stay is completed."
    case .givenAlready(let code, let side):
      "\(code) already has feedback from the \(side.rawValue)."
    case .none(let code, let side): "\(code) has no feedback from the \(side.rawValue)."
    }
  }

  package var hint: String? {
    switch self {
    case .noScore, .noScores: "write QUESTION=SCORE with a score from 1 to 5, as in overall=4"
    case .unknownQuestion(_, _, let known): "known: \(known.joined(separator: ", "))"
    case .askedTwice: "give each question once"
    case .notYet(let code, _): "blues exchange show \(code)"
    case .givenAlready(let code, let side):
      "remove it with blues exchange feedback remove \(code) --side \(side.rawValue)"
    case .none: "blues exchange feedback list"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noScore, .noScores, .unknownQuestion, .askedTwice: .usage
    case .notYet, .givenAlready: .conflict
    case .none: .notFound
    }
  }
}
