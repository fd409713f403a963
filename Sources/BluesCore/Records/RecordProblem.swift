package import Basics

/// Why a record cannot be found, added, changed or removed.
package enum RecordProblem: Problem, Equatable {
  /// A code that no record of the kind has; the command is that of the kind.
  case unknown(String, noun: String, known: [String], command: String)
  /// A code that a record had once, and the one that it has now.
  case renamed(String, noun: String, to: String)
  /// A code that is in use; the command is that of the kind.
  case taken(String, command: String)
  case nothingToSet(command: String)
  /// A text that an attribute cannot take; the name is the option's.
  case refused(option: String, value: String, expected: String, known: [String])
  case cannotClear(option: String, noun: String)
  case inUse(String, by: [Use])
  case inTheFuture(String, on: Day, today: Day)

  /// How often rows of one kind refer to a record.
  package struct Use: Sendable, Equatable {
    package let noun: String
    package let count: Int

    package init(noun: String, count: Int) {
      self.noun = noun
      self.count = count
    }

    var words: String { counted(count, noun) }
  }

  package var message: String {
    switch self {
    case .unknown(let code, let noun, _, _): "Unknown \(noun): \(code)."
    case .renamed(let old, let noun, let new): "The \(noun) \(old) is called \(new) now."
    case .taken(let code, _): "\(code) already exists."
    case .nothingToSet: "There is nothing to change."
    case .refused(let option, "", let expected, _): "--\(option) needs \(expected)."
    case .refused(let option, let value, let expected, _):
      "--\(option) takes \(expected), not \"\(value)\"."
    case .cannotClear(let option, let noun):
      "--\(option) cannot be empty: \(indefinite(noun)) needs it."
    case .inUse(let code, let uses):
      "\(code) is still in use: \(uses.map(\.words).joined(separator: ", "))."
    case .inTheFuture(let code, let day, let today):
      "\(code) cannot have happened on \(day): today is \(today)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(let code, _, let known, let command):
      Self.wayOut(from: code, known, command)
    case .renamed(_, _, let new): "write \(new)"
    case .taken(let code, let command):
      "change it with blues \(command) set \(code), or choose another code"
    case .nothingToSet(let command): "see blues \(command) --help"
    case .refused(_, let value, _, let known):
      EditDistance.nearest(to: value, in: known).first.map { "did you mean \($0)?" }
    case .cannotClear: nil
    case .inUse: "remove or change those first"
    case .inTheFuture: "give the day it happened with --on"
    }
  }

  /// The codes that may have been meant, or where they are listed.
  private static func wayOut(from code: String, _ known: [String], _ command: String) -> String {
    if known.isEmpty {
      // Periods are numbered by themselves.
      return command == "project period"
        ? "blues project period add --to M12" : "blues \(command) add \(code) …"
    }
    let near = EditDistance.nearest(to: code, in: known)
    let all = known.count <= 12 ? "known: \(known.joined(separator: ", "))" : nil
    if near.isEmpty { return all ?? "blues \(command) list" }
    return ["did you mean \(near.joined(separator: " or "))?", all].compactMap(\.self)
      .joined(separator: " ")
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown, .renamed: .notFound
    case .taken, .inUse: .conflict
    case .nothingToSet, .refused, .cannotClear, .inTheFuture: .usage
    }
  }
}

/// A noun behind its article, such as `an organisation`; a written vowel decides.
package func indefinite(_ noun: String) -> String {
  let vowels = ["a", "e", "i", "o", "u"]
  return "\(vowels.contains(String(noun.prefix(1))) ? "an" : "a") \(noun)"
}
