package import Basics

/// Why a paper cannot be registered, signed or removed.
package enum PaperProblem: Problem, Equatable {
  case unknownKind(String, known: [String])
  /// The beginning of several kinds.
  case ambiguousKind(String, candidates: [String])
  /// A word among several papers that says no kind.
  case kindMissing(String)
  /// Who signs none of the papers that are registered together.
  case signsNone(PaperParty)
  /// A folder without anything that looks like a paper.
  case emptyFolder(String)
  case unknownParty(String)
  case placeMissing(kind: String)
  case nothingToCopy
  case inTheFuture(Day, today: Day)
  case thereAlready(ExchangeCode, kind: String, number: Int)
  case none(ExchangeCode, kind: String)
  case unknown(ExchangeCode, number: Int, known: [Int])
  case signedAlready(PaperParty, on: Day, kind: String)
  case reliedOn(number: Int, kind: String, ExchangeCode, [Exchange.State])

  package var message: String {
    switch self {
    case .unknownKind(let name, _): "Unknown kind of paper: \(name)."
    case .ambiguousKind(let name, let candidates):
      "\(name) is the beginning of \(counted(candidates.count, "kind")) of paper."
    case .kindMissing(let word): "\(word) does not say which paper it is."
    case .signsNone(let party): "None of these papers is signed by the \(party.rawValue)."
    case .emptyFolder(let path): "\(path) contains no papers."
    case .unknownParty(let name): "Unknown signatory: \(name)."
    case .placeMissing(let kind): "The place of the paper \(kind) is missing."
    case .nothingToCopy: "The file to copy is missing."
    case .inTheFuture(let day, let today): "A paper cannot be dated \(day): today is \(today)."
    case .thereAlready(let code, let kind, let number):
      "The file is already paper \(number) of \(code), as \(kind)."
    case .none(let code, let kind): "\(code) has no paper \(kind)."
    case .unknown(let code, let number, _): "\(code) has no paper \(number)."
    case .signedAlready(let party, let day, let kind):
      "The \(party.rawValue) already signed the paper \(kind) on \(day)."
    case .reliedOn(let number, let kind, let code, let states):
      "Paper \(number), \(kind), cannot be removed: \(code) was "
        + "\(states.map(\.participle).joined(separator: " and ")) with it."
    }
  }

  package var hint: String? {
    switch self {
    case .unknownKind(let name, let known):
      EditDistance.nearest(to: name, in: known).first.map { "did you mean \($0)?" }
        ?? "known: \(known.joined(separator: ", "))"
    case .ambiguousKind(_, let candidates): "write one of \(candidates.joined(separator: ", "))"
    case .kindMissing: "write each as KIND=FILE, such as travel-proof=tickets.pdf"
    case .signsNone: "check the party of --signed; --signed all=DATE is everyone who must sign"
    case .emptyFolder: "put the files in folders named by exchange: EX-001/closing-report.pdf"
    case .unknownParty: "known: \(PaperParty.allCases.map(\.rawValue).joined(separator: ", "))"
    case .placeMissing: "name a file, or give its place with --note"
    case .nothingToCopy: "name the file before --copy"
    case .inTheFuture: "give the day of the paper with --dated, and of a signature with --signed"
    case .thereAlready(let code, _, _), .unknown(let code, _, []):
      "blues exchange paper list \(code)"
    case .none(let code, let kind): "blues exchange paper add \(code) \(kind) FILE"
    case .unknown(_, _, let known): "known: \(known.map(String.init).joined(separator: ", "))"
    case .signedAlready: "blues history shows when it was recorded; blues undo reverses it"
    case .reliedOn(_, let kind, let code, _):
      "register another one first: blues exchange paper add \(code) \(kind) FILE"
    }
  }

  package var hints: [String] {
    guard case .inTheFuture = self else { return hint.map { [$0] } ?? [] }
    return [hint, "give the day of the signature with --on"].compactMap(\.self)
  }

  package var kind: ProblemKind {
    switch self {
    case .unknownKind, .ambiguousKind, .kindMissing, .signsNone, .unknownParty, .placeMissing,
      .nothingToCopy, .inTheFuture:
      .usage
    case .emptyFolder: .badData
    case .thereAlready, .signedAlready: .conflict
    case .none, .unknown: .notFound
    case .reliedOn: .refusedByRule
    }
  }
}
