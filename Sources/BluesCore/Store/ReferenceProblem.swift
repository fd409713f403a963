package import Basics

/// Why what refers to one record cannot refer to another one instead.
package enum ReferenceProblem: Problem, Equatable {
  /// Both records have a row in a table that allows one, and the two rows differ.
  case bothHave(table: String)

  package var message: String {
    switch self {
    case .bothHave(let table):
      "Both records have an entry in \(Self.words(table)), and only one of the two can stay."
    }
  }

  package var hint: String? { "remove one of the two entries first, then try again" }

  package var kind: ProblemKind { .conflict }

  private static func words(_ table: String) -> String {
    table.split(separator: "_").joined(separator: " ")
  }
}
