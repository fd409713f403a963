package import Basics

/// Why a file cannot be copied beside the project.
package enum CopyProblem: Problem, Equatable {
  case changedMeanwhile(path: String)
  case cannotCopy(path: String, detail: String)

  package var message: String {
    switch self {
    case .changedMeanwhile(let path): "\(path) changed while it was copied."
    case .cannotCopy(let path, let detail): "The copy \(path) cannot be written: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .changedMeanwhile: "try again when no program writes to it"
    case .cannotCopy: "check that the folder of the project file can be written and has free space"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .changedMeanwhile: .conflict
    case .cannotCopy: .cannotCreate
    }
  }
}
