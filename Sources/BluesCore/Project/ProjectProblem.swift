package import Basics

/// Why a project cannot be set up or amended.
package enum ProjectProblem: Problem, Equatable {
  case none
  case missing(String, template: String)
  case endsBeforeStart(start: Day, end: Day)
  case nothingToAmend
  case reasonMissing

  package var message: String {
    switch self {
    case .none: "The project file contains no project."
    case .missing(let what, let template):
      "A project from the \(template) template needs \(what)."
    case .endsBeforeStart(let start, let end):
      "The project would end on \(end), before it starts on \(start)."
    case .nothingToAmend: "The amendment changes neither the start nor the end."
    case .reasonMissing: "An amendment needs its reason."
    }
  }

  package var hint: String? {
    switch self {
    case .none: "blues init --template blues"
    case .missing(let what, _): "add \(what)"
    case .endsBeforeStart: "give --start and --end as dates, such as 2020-02-01"
    case .nothingToAmend: "give a new date with --start or --end"
    case .reasonMissing: "add --because \"…\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .none: .missingInput
    default: .usage
    }
  }
}
