package import Basics

/// Why matches cannot be made or taken.
package enum MatchProblem: Problem, Equatable {
  case tooManyPairs(visitors: Int, hosts: Int)
  case columnMissing(String, file: String)
  case noSuchLine(Int, count: Int)
  case nothingChosen
  case refused([Refusal])

  /// A proposal that cannot be accepted, with the words of the rule or problem.
  package struct Refusal: Sendable, Equatable {
    package let line: Int
    package let message: String
    package let kind: ProblemKind

    package init(line: Int, message: String, kind: ProblemKind) {
      self.line = line
      self.message = message
      self.kind = kind
    }
  }

  package var message: String {
    switch self {
    case .tooManyPairs(let visitors, let hosts):
      "\(visitors) visitors and \(hosts) hosts are more than are assigned at once."
    case .columnMissing(let column, let file): "\(file) has no column \(column)."
    case .noSuchLine(let line, let count):
      "There is no proposal \(line); the list has \(count)."
    case .nothingChosen: "The list has no proposals."
    case .refused(let refusals):
      refusals.map { "Proposal \($0.line): \($0.message)" }.joined(separator: "\n")
    }
  }

  package var hint: String? {
    switch self {
    case .tooManyPairs: "blues exchange match --all --top 10"
    case .columnMissing: "blues exchange match --assign -o proposals.csv writes such a list"
    case .noSuchLine: "the first proposal below the headings has the number 1"
    case .nothingChosen: "blues exchange match --assign -o proposals.csv"
    case .refused: "nothing was accepted; choose the others with --lines, or mend the list"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .tooManyPairs: .failed
    case .columnMissing, .nothingChosen: .badData
    case .noSuchLine: .notFound
    case .refused(let refusals): refusals.first?.kind ?? .refusedByRule
    }
  }
}
