package import Basics

/// Why the programme's data gives no answer.
package enum ProgrammeProblem: Problem, Equatable {
  case noSuchRule(String, known: [String])
  case noSuchFigure(rule: String, figure: String, known: [String])
  /// A figure is not of the kind asked for, such as a sum of money.
  case figureHasOtherKind(rule: String, figure: String, value: String)
  case reasonMissing(rule: String)
  case notOverridden(rule: String, figure: String)
  case noSuchTemplate(String, known: [String])
  case noSuchList(String, known: [String])

  package var message: String {
    switch self {
    case .noSuchRule(let id, _): "There is no rule \(id)."
    case .noSuchFigure(let rule, let figure, _): "The rule \(rule) has no figure \(figure)."
    case .figureHasOtherKind(let rule, let figure, let value):
      "The figure \(figure) of the rule \(rule) cannot be \(value)."
    case .reasonMissing(let rule): "The rule \(rule) is not changed without a reason."
    case .notOverridden(let rule, let figure):
      "The figure \(figure) of the rule \(rule) is that of the rule book."
    case .noSuchTemplate(let name, _): "There is no project template \(name)."
    case .noSuchList(let name, _): "There is no code list \(name)."
    }
  }

  package var hint: String? {
    switch self {
    case .figureHasOtherKind: "Write a number, an amount or a percentage as the rule has it."
    case .reasonMissing: "Name the article of the grant agreement that says otherwise."
    case .notOverridden: nil
    case .noSuchRule(let id, let known): Self.nearest(id, known)
    case .noSuchFigure(_, let figure, let known): Self.nearest(figure, known)
    case .noSuchTemplate(let name, let known): Self.nearest(name, known)
    case .noSuchList(let name, let known): Self.nearest(name, known)
    }
  }

  private static func nearest(_ word: String, _ known: [String]) -> String? {
    let near = EditDistance.nearest(to: word, in: known)
    if !near.isEmpty { return "Did you mean \(near.joined(separator: ", "))?" }
    return known.isEmpty ? nil : "Known: \(known.joined(separator: ", "))."
  }

  package var kind: ProblemKind {
    switch self {
    case .figureHasOtherKind, .reasonMissing: .usage
    case .noSuchRule, .noSuchFigure, .notOverridden, .noSuchTemplate, .noSuchList: .notFound
    }
  }
}
