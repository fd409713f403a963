package import Basics

/// Why a project cannot be set up or amended.
package enum ProjectProblem: Problem, Equatable {
  case none
  case missing(String, template: String)
  case endsBeforeStart(start: Day, end: Day)
  case nothingToAmend
  case reasonMissing
  case nothingToSet
  /// A fact that every project has.
  case needed(String)
  case unknownFact(String, known: [String])

  package var message: String {
    switch self {
    case .none: "The project file contains no project."
    case .missing(let what, let template):
      "A project from the \(template) template needs \(what)."
    case .endsBeforeStart(let start, let end):
      "The project would end on \(end), before it starts on \(start)."
    case .nothingToAmend: "The amendment changes neither the start nor the end."
    case .reasonMissing: "An amendment needs its reason."
    case .nothingToSet: "There is nothing to change."
    case .needed(let fact): "A project needs its \(fact)."
    case .unknownFact(let name, _): "Unknown fact: \(name)."
    }
  }

  package var hint: String? {
    switch self {
    case .none: "blues init --template blues"
    case .missing(let what, _): "add \(what)"
    case .endsBeforeStart: "give --start and --end as dates, such as 2020-02-01"
    case .nothingToAmend: "give a new date with --start or --end"
    case .reasonMissing: "add --because \"…\""
    case .nothingToSet: "see blues project set --help"
    case .needed(let fact): "give a text with --\(fact)"
    case .unknownFact(_, let known): "known: \(known.joined(separator: ", "))"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .none: .missingInput
    case .unknownFact: .notFound
    default: .usage
    }
  }
}
