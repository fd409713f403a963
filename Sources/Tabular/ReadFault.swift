internal import Basics
internal import Glibc

/// Why the bytes of a list cannot be read.
package enum ReadFault: Sendable, Equatable {
  case missing
  case barred
  case isFolder
  case isPipeOrDevice
  case hasNoWriter
  case tooManyOpen
  case diskFailed
  /// In the system's words.
  case other(String)

  /// The fault of an error number of the system.
  init(code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .barred
    case EISDIR: self = .isFolder
    case EMFILE, ENFILE: self = .tooManyOpen
    case EIO: self = .diskFailed
    default: self = .other(String(cString: strerror(code)))
    }
  }

  var words: String {
    switch self {
    case .missing: "it does not exist"
    case .barred: "reading it is not allowed"
    case .isFolder: "it is a folder"
    case .isPipeOrDevice: "it is a pipe or a device, not a file"
    case .hasNoWriter: "it is a pipe without a writer"
    case .tooManyOpen: "too many files are open"
    case .diskFailed: "the disk reports a read error"
    case .other(let words): words
    }
  }

  var kind: ProblemKind {
    switch self {
    case .missing: .missingInput
    case .barred: .notPermitted
    default: .inputOutput
    }
  }
}
