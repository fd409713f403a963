package import Basics

/// Why a zip archive cannot be written.
package enum ZipProblem: Problem, Hashable {
  /// More than 4 GiB, which archives of the plain kind do not hold.
  case tooLarge(name: String)
  case tooMany
  /// A name that is empty, leads out of the archive or is there already.
  case badName(String)
  /// A file that became another while it was read.
  case changed(name: String)
  case unreadable(name: String, detail: String)

  package var message: String {
    switch self {
    case .tooLarge(let name): "\(name) does not fit into the archive, which holds 4 GiB."
    case .tooMany: "The archive holds \(ZipWriter.mostEntries) files at most."
    case .badName(let name): "\"\(name)\" cannot be the name of a file in an archive."
    case .changed(let name): "\(name) was changed while it was read."
    case .unreadable(let name, let detail): "\(name) cannot be read: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .tooLarge, .tooMany: "make several archives, each for fewer exchanges"
    case .changed: "run the command again"
    case .badName, .unreadable: nil
    }
  }

  package var kind: ProblemKind { .failed }
}
