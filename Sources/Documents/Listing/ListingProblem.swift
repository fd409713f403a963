package import Basics

/// Why a list could not be chosen from as it was asked.
package enum ListingProblem: Problem, Equatable {
  case unknownColumn(String, known: [String], nearest: [String])
  case malformedCondition(String)
  case wrongValue(column: String, value: String, expected: String)

  /// What is wrong, in one sentence.
  package var message: String {
    switch self {
    case .unknownColumn(let name, _, _):
      "Unknown column: \(VisibleText.line(name))."
    case .malformedCondition(let text):
      "The condition \(VisibleText.line(text)) has no field and relation."
    case .wrongValue(let column, let value, let expected):
      "The column \(column) cannot be compared with \(VisibleText.line(value)): "
        + "expected \(expected)."
    }
  }

  /// What to type instead.
  package var hint: String? {
    switch self {
    case .unknownColumn(_, let known, let nearest):
      nearest.isEmpty
        ? "Columns: \(known.joined(separator: ", "))."
        : "Did you mean \(nearest.joined(separator: " or "))?"
    case .malformedCondition:
      "Write FIELD=VALUE, or with != ~ < > <= >= in place of =."
    case .wrongValue(let column, _, _):
      "Use \(column)~VALUE to look for a part of the text."
    }
  }

  package var kind: ProblemKind { .usage }
}
