package import Basics

/// Why a consent cannot be recorded.
package enum ConsentProblem: Problem, Equatable {
  case notAScope(String)
  case inTheFuture(Day, today: Day)

  package var message: String {
    switch self {
    case .notAScope(let text): "Not a scope of consent: \(text)."
    case .inTheFuture(let day, let today):
      "A consent cannot have been given or withdrawn on \(day): today is \(today)."
    }
  }

  package var hint: String? {
    switch self {
    case .notAScope:
      "write one word, such as "
        + ConsentScope.usual.map(\.code).joined(separator: ", ")
    case .inTheFuture: nil
    }
  }

  package var kind: ProblemKind { .usage }
}
