internal import Basics
internal import BluesCore

extension ProblemKind {
  /// The codes that scripts rely on; once shipped they only grow in number.
  var exitCode: Int32 {
    switch self {
    case .failed: 1
    case .notFound, .ambiguous: 4
    case .conflict: 5
    case .refusedByRule: 6
    case .usage: 64
    case .badData: 65
    case .missingInput: 66
    case .cannotCreate: 73
    case .inputOutput: 74
    case .busy: 75
    case .notPermitted: 77
    }
  }
}

/// The code of a command that did its work but rejected some rows.
let someRejected: Int32 = 3
