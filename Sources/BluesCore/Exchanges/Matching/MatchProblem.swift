package import Basics

/// Why matches cannot be made or taken.
package enum MatchProblem: Problem, Equatable {
  case tooManyPairs(visitors: Int, hosts: Int)
  case noSuchLine(Int, count: Int)
  case nothingChosen
  /// With the file that the refused rows went to.
  case refused([Refusal], rejects: String? = nil)

  /// A proposal that cannot be accepted, with the words of the rule or problem.
  package struct Refusal: Sendable, Equatable {
    /// Its number below the headings, from 1.
    package let line: Int
    /// The heading of the cell at fault; nil where it is the row as a whole.
    package let column: String?
    package let message: String
    package let kind: ProblemKind

    package init(line: Int, column: String?, message: String, kind: ProblemKind) {
      self.line = line
      self.column = column
      self.message = message
      self.kind = kind
    }

    fileprivate var sentence: String {
      "Proposal \(line)\(column.map { ", column \($0)" } ?? ""): \(message)"
    }
  }

  /// The same problem, with the file that the refused rows went to.
  package func naming(rejects path: String?) -> MatchProblem {
    guard case .refused(let refusals, _) = self else { return self }
    return .refused(refusals, rejects: path)
  }

  package var message: String {
    switch self {
    case .tooManyPairs(let visitors, let hosts):
      "Too many to assign at once: \(counted(visitors, "visitor")) and "
        + "\(counted(hosts, "host"))."
    case .noSuchLine(let line, let count):
      "Unknown proposal: \(line). The list has \(count)."
    case .nothingChosen: "The list has no proposals."
    case .refused(let refusals, _): refusals.map(\.sentence).joined(separator: "\n")
    }
  }

  package var hint: String? {
    switch self {
    case .tooManyPairs: "blues exchange match --all --top 10"
    case .noSuchLine: "the first proposal below the headings has the number 1"
    case .nothingChosen: "blues exchange match --assign -o proposals.csv"
    case .refused(_, let path):
      "nothing was accepted; choose the others with --lines, or correct the list"
        + (path.map { "; the refused rows are in \($0)" } ?? "")
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .tooManyPairs: .failed
    case .nothingChosen: .badData
    case .noSuchLine: .notFound
    // A list that cannot be read is told as that, whatever else is wrong with it.
    case .refused(let refusals, _):
      refusals.contains { $0.kind == .badData }
        ? .badData : refusals.first?.kind ?? .refusedByRule
    }
  }
}
