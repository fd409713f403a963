package import Basics

/// Why a row of a parcel cannot be decided, or a parcel not applied.
package enum ReviewProblem: Problem, Equatable {
  case unknownRow(String, sender: String)
  case ambiguous(String, rows: [String])
  case reasonMissing
  /// A row that is not taken whatever is decided.
  case unfit(String, why: String)
  case unknownFork(String)

  package var message: String {
    switch self {
    case .unknownRow(let text, let sender):
      "The parcel of \(sender) has no difference called \(text)."
    case .ambiguous(let text, let rows):
      "\(text) fits several rows: \(rows.joined(separator: "; "))."
    case .reasonMissing: "A reason is missing."
    case .unfit(let row, let why): "\(row) cannot be taken: \(why)."
    case .unknownFork(let text): "No parcel to choose begins with \(text)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknownRow: "blues share review"
    case .ambiguous: "name the row by its first column"
    case .unfit: "ask the sender to correct it, and for a new parcel"
    case .reasonMissing: "say why: --because \"Receipt missing\""
    case .unknownFork: "blues share status"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknownRow, .unknownFork: .notFound
    case .ambiguous: .ambiguous
    case .reasonMissing: .usage
    case .unfit: .refusedByRule
    }
  }
}
