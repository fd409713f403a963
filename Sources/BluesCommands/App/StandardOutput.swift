internal import Basics
internal import BluesCore
internal import Glibc

/// Writes whole answers to stdout.
enum StandardOutput {
  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputProblem.cannotWrite("standard output", String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Why an answer cannot be written.
enum OutputProblem: Problem, Equatable {
  case thereAlready(String)
  case cannotCreate(String, String)
  case cannotWrite(String, String)
  case notForTerminals
  case noCard

  var message: String {
    switch self {
    case .thereAlready(let path): "There is already a file \(path)."
    case .cannotCreate(let path, let why): "\(path) cannot be created: \(why)."
    case .cannotWrite(let path, let why): "\(path) cannot be written: \(why)."
    case .notForTerminals: "A workbook is no text for a terminal."
    case .noCard: "Only contacts can be written as cards."
    }
  }

  var hint: String? {
    switch self {
    case .thereAlready: "add --force to overwrite it, or choose another name"
    case .cannotCreate, .cannotWrite: nil
    case .notForTerminals: "name a file with -o"
    case .noCard: "blues partner contact export --format vcard"
    }
  }

  var kind: ProblemKind {
    switch self {
    case .thereAlready, .cannotCreate: .cannotCreate
    case .cannotWrite: .inputOutput
    case .notForTerminals, .noCard: .usage
    }
  }
}
