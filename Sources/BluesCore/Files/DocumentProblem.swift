package import Basics

/// Why a document cannot be registered, shown or removed.
package enum DocumentProblem: Problem, Equatable {
  case kind(String)
  case inTheFuture(Day, today: Day)
  case nothingToCopy
  case placeMissing
  /// The record, and the document that has the file.
  case thereAlready(String, String)
  case unknown(String, known: [String])
  /// No record has the code; codes that are near it.
  case noRecord(String, near: [String])
  /// The papers of exchanges have commands of their own.
  case isExchange(String)

  package var message: String {
    switch self {
    case .kind(let word): "Not a kind of document: \(word)."
    case .inTheFuture(let day, let today): "A document cannot be dated \(day): today is \(today)."
    case .nothingToCopy: "The file to copy is missing."
    case .placeMissing: "The place of the document is missing."
    case .thereAlready(let record, let code): "\(record) has the file already, as \(code)."
    case .unknown(let code, _): "Unknown document: \(code)."
    case .noRecord(let code, _): "Unknown code: \(code)."
    case .isExchange(let code): "The documents of \(code) are its papers."
    }
  }

  package var hint: String? {
    switch self {
    case .kind: "write one word of letters, digits and hyphens, such as report"
    case .inTheFuture: "give the day of the document with --dated"
    case .nothingToCopy: "name the file before --copy"
    case .placeMissing: "name a file, or give its place with --note"
    case .thereAlready(_, let code): "blues project document show \(code)"
    case .unknown(_, let known):
      known.isEmpty ? "blues project document list" : "known: \(known.joined(separator: ", "))"
    case .noRecord(let code, let near):
      near.isEmpty ? "blues find \(code)" : "did you mean \(near.joined(separator: " or "))?"
    case .isExchange(let code): "blues exchange paper add \(code) KIND FILE"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .kind, .inTheFuture, .nothingToCopy, .placeMissing, .isExchange: .usage
    case .thereAlready: .conflict
    case .unknown, .noRecord: .notFound
    }
  }
}
