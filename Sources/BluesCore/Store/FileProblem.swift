package import Basics
internal import Glibc

/// Why a file beside the project cannot be read.
package enum FileProblem: Problem, Equatable {
  case missing(path: String)
  case notPermitted(path: String)
  /// A folder, a pipe, a device.
  case noFile(path: String)
  /// A registered file whose path leads out of the project's folder, by `..` or by a link.
  case outside(path: String)
  case failed(path: String, detail: String)

  init(path: String, code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing(path: path)
    case EACCES, EPERM: self = .notPermitted(path: path)
    default: self = .failed(path: path, detail: String(cString: strerror(code)))
    }
  }

  package var message: String {
    switch self {
    case .missing(let path): "File not found: \(path)."
    case .notPermitted(let path): "\(path) cannot be read: its permissions do not allow it."
    case .noFile(let path): "\(path) is not a file: it is a folder, a pipe or a device."
    case .outside(let path):
      "\(path) is not read: its path leads out of the folder of the project, by .. or by a link."
    case .failed(let path, let detail): "\(path) cannot be read: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .missing: "look for a mistyped name; paths start at the folder you are in"
    case .notPermitted: "change its permissions, or ask its owner for a copy"
    case .noFile: "name the file itself"
    case .outside: "put the file itself in the place of the link, or register it again"
    case .failed: nil
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .missing: .missingInput
    case .notPermitted: .notPermitted
    case .noFile, .outside: .badData
    case .failed: .inputOutput
    }
  }
}
