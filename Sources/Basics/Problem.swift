/// What went wrong, in a sentence, and what to type instead.
package protocol Problem: Error, Sendable {
  /// One full sentence that names the datum, unless the datum is personal.
  var message: String { get }
  /// What to type or do instead, when there is something.
  var hint: String? { get }
  /// Hints in the order in which they are tried: a command gives the first whose options it has.
  var hints: [String] { get }
  /// The family of the problem; it decides the exit code.
  var kind: ProblemKind { get }
}

extension Problem {
  package var hint: String? { nil }
  package var hints: [String] { hint.map { [$0] } ?? [] }

  /// The message, without a second full stop where the datum at its end has one.
  package var sentence: String {
    withOneStop(message)
  }

  /// The sentence and the way out as a sentence of its own, for one line of a list of rows.
  package var reason: String {
    hint.map { "\(sentence) \($0.prefix(1).uppercased())\($0.dropFirst())" } ?? sentence
  }
}

/// The families of problems a script can tell apart.
package enum ProblemKind: Sendable {
  case failed, notFound, ambiguous, conflict, refusedByRule, usage, badData, missingInput
  case cannotCreate, inputOutput, busy, notPermitted
}
