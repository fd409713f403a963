/// What went wrong, in a sentence, and what to type instead.
package protocol Problem: Error, Sendable {
  /// One full sentence that names the datum, unless the datum is personal.
  var message: String { get }
  /// What to type or do instead, when there is something.
  var hint: String? { get }
  /// The family of the problem; it decides the exit code.
  var kind: ProblemKind { get }
}

extension Problem {
  package var hint: String? { nil }

  /// The sentence and the way out together, for one line of a list of rows.
  package var reason: String { hint.map { "\(message) \($0)" } ?? message }
}

/// The families of problems a script can tell apart.
package enum ProblemKind: Sendable {
  case failed, notFound, ambiguous, conflict, refusedByRule, usage, badData, missingInput
  case cannotCreate, inputOutput, busy, notPermitted
}
