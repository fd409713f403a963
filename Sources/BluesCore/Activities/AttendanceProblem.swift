package import Basics

/// Why somebody cannot be recorded as a participant.
package enum AttendanceProblem: Problem, Equatable {
  case noCount(String)
  case unknownType(String, known: [String])
  case countedTwice(String)
  case nobodyNamed(ActivityCode)
  case notThere(String, ActivityCode)

  package var message: String {
    switch self {
    case .noCount(let text): "Not a count: \(text)."
    case .unknownType(let type, _): "Unknown type of organisation: \(type)."
    case .countedTwice(let type): "The type \(type) has two counts."
    case .nobodyNamed(let code): "There are no participants to record for \(code)."
    case .notThere(let contact, let code): "\(contact) did not take part in \(code)."
    }
  }

  package var hint: String? {
    switch self {
    case .noCount: "write TYPE=PERSONS, as in sme=12"
    case .unknownType(let type, let known):
      EditDistance.nearest(to: type, in: known).first.map { "did you mean \($0)?" }
        ?? "known: \(known.joined(separator: ", "))"
    case .countedTwice: "give each type once; members and guests are two commands"
    case .nobodyNamed: "name contacts, such as C17, or counts, such as --count sme=12"
    case .notThere(_, let code): "blues workpackage activity show \(code)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noCount, .unknownType, .countedTwice, .nobodyNamed: .usage
    case .notThere: .notFound
    }
  }
}
