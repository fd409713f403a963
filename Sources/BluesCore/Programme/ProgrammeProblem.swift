package import Basics

/// Why the programme's data gives no answer.
package enum ProgrammeProblem: Problem, Equatable {
  case noSuchRule(String, known: [String])
  case noSuchFigure(rule: String, figure: String, known: [String])
  /// A figure is not of the kind asked for, such as a sum of money.
  case figureHasOtherKind(rule: String, figure: String, value: String)
  case figureTooLarge(rule: String, figure: String, value: String, most: String)
  /// A category of costs on which a figure is to have no indirect costs.
  case noSuchCategory(String, known: [String])
  case reasonMissing(rule: String)
  case notOverridden(rule: String, figure: String)
  case noSuchTemplate(String, known: [String])
  /// A list that the programme, or that every programme, does not have.
  case noSuchList(String, of: String?, known: [String])
  /// A project of a programme that this version has no data of.
  case unknownProgramme(String, known: [String])
  /// The programme pays for no exchanges; others do.
  case noScheme(String, others: [String])
  /// The program has no categories of costs of the programme; of others it has.
  case noCategories(String, others: [String])
  /// The program has no sections of reports of the programme; of others it has.
  case noSections(String, others: [String])

  package var message: String {
    switch self {
    case .noSuchRule(let id, _): "Unknown rule: \(id)."
    case .noSuchFigure(let rule, let figure, _): "The rule \(rule) has no figure \(figure)."
    case .figureHasOtherKind(let rule, let figure, let value):
      "The figure \(figure) of the rule \(rule) cannot be \(value)."
    case .figureTooLarge(let rule, let figure, let value, let most):
      "The figure \(figure) of the rule \(rule) cannot be \(value); it is at most \(most)."
    case .noSuchCategory(let code, _): "Unknown category of costs: \(code.isEmpty ? "none" : code)."
    case .reasonMissing(let rule): "A change of the rule \(rule) needs a reason."
    case .notOverridden(let rule, let figure):
      "The figure \(figure) of the rule \(rule) was not changed."
    case .noSuchTemplate(let name, _): "Unknown project template: \(name)."
    case .noSuchList(let name, let programme?, _): "\(programme) has no code list \(name)."
    case .noSuchList(let name, nil, _): "Unknown code list: \(name)."
    case .unknownProgramme(let name, _): "The project has an unknown programme: \(name)."
    case .noScheme(let name, _): "\(name) has no exchange scheme."
    case .noCategories(let name, _): "\(name) has no categories of costs yet."
    case .noSections(let name, _): "\(name) has no sections of reports yet."
    }
  }

  package var hint: String? {
    switch self {
    case .figureHasOtherKind:
      "Write a number, an amount such as 100.00 EUR, or a percentage such as 7 %, as the rule has it."
    case .figureTooLarge: nil
    case .noSuchCategory(_, let known):
      "Write codes or letters with commas between them, such as B,C, or none; known: "
        + known.joined(separator: ", ")
    case .reasonMissing: "Name the article of the grant agreement that says otherwise."
    case .notOverridden: nil
    case .noSuchRule(let id, let known): Self.nearest(id, known)
    case .noSuchFigure(_, let figure, let known): Self.nearest(figure, known)
    case .noSuchTemplate(let name, let known): Self.nearest(name, known)
    case .noSuchList(let name, _, let known): Self.nearest(name, known)
    case .unknownProgramme(_, let known):
      "This version knows \(known.joined(separator: ", ")); a newer one may know it."
    case .noScheme(_, let others):
      "The exchange commands work in projects of \(others.joined(separator: ", "))."
    case .noCategories(_, let others):
      "Budgets and costs work in projects of \(others.joined(separator: ", "))."
    case .noSections(_, let others):
      "Texts of reports work in projects of \(others.joined(separator: ", "))."
    }
  }

  private static func nearest(_ word: String, _ known: [String]) -> String? {
    let near = EditDistance.nearest(to: word, in: known)
    if !near.isEmpty { return "Did you mean \(near.joined(separator: ", "))?" }
    return known.isEmpty ? nil : "Known: \(known.joined(separator: ", "))."
  }

  package var kind: ProblemKind {
    switch self {
    case .figureHasOtherKind, .figureTooLarge, .reasonMissing: .usage
    case .noScheme, .noCategories, .noSections: .refusedByRule
    case .noSuchRule, .noSuchFigure, .noSuchCategory, .notOverridden, .noSuchTemplate, .noSuchList,
      .unknownProgramme:
      .notFound
    }
  }
}
