internal import Basics
internal import BluesCore
internal import Tabular

/// Why a list cannot be read, with the list's name and the option that helps.
struct ListProblem: Problem, Equatable {
  let file: String
  let problem: TabularProblem

  var message: String {
    switch problem {
    case .encodingUnsure(let doubt):
      "\(file):\(doubt.line): found byte 0x\(String(doubt.byte, radix: 16, uppercase: true)) "
        + "at \(doubt.byteOffset), expected UTF-8."
    case .unreadable(.some, _): problem.message
    default: "\(file): \(problem.message)"
    }
  }

  var hint: String? {
    switch problem {
    case .encodingUnsure(let doubt):
      (["add --encoding with the name whose line reads right:"]
        + doubt.candidates.map { "  \($0.encoding.name): \($0.text)" }).joined(separator: "\n")
    case .unknownSheet(_, let known): "add --sheet with one of: \(known.joined(separator: ", "))"
    case .emptySheet: "name the sheet that holds the table with --sheet"
    default: problem.hint
    }
  }

  var kind: ProblemKind { problem.kind }
}
