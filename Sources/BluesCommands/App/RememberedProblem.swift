internal import Basics

/// What is wrong with a list that was read with options of the last import, which it may not fit.
struct RememberedProblem: Problem {
  let problem: any Problem
  let options: [String]

  var message: String { problem.message }

  var hint: String? {
    let own =
      "\(options.joined(separator: ", ")) is as for the last import of this list; --forget leaves it out"
    return problem.hint.map { "\($0)\n\(own)" } ?? own
  }

  var kind: ProblemKind { problem.kind }
}
