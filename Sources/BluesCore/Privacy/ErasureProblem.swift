package import Basics

/// Why a person cannot be erased.
package enum ErasureProblem: Problem, Equatable {
  case reasonMissing
  case erased(String, on: Day)
  /// No restore left open whether the contact is a person who was erased.
  case notInDoubt(String)
  /// Another command reads the file, so its traces stay for now.
  case unfinished(String)
  /// The disk has no room to write the file anew without them.
  case noRoom(String)

  package var message: String {
    switch self {
    case .reasonMissing: "An erasure needs a reason."
    case .erased(let code, let day): "\(code) was erased on \(day)."
    case .notInDoubt(let code): "\(code) is not in doubt: there is nothing to decide."
    case .unfinished(let code):
      "\(code) is erased from every record, but not finished: traces stay in the file while another "
        + "command reads it."
    case .noRoom(let code):
      "\(code) is erased from every record, but not finished: the disk is full, and traces stay in the "
        + "file."
    }
  }

  package var hint: String? {
    switch self {
    case .reasonMissing: "give --because, such as \"Request of 2021-03-01\""
    case .erased: nil
    case .notInDoubt: "blues report privacy lists what is to be decided"
    case .unfinished(let code):
      "end the other command, then: blues partner contact erase \(code) --because \"as before\" --yes"
    case .noRoom(let code):
      "free some space, then: blues partner contact erase \(code) --because \"as before\" --yes"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .reasonMissing: .usage
    case .erased, .notInDoubt: .conflict
    case .unfinished: .busy
    case .noRoom: .inputOutput
    }
  }
}
