package import Basics

/// Why a dump cannot be loaded; nothing is left of it then.
package enum DumpProblem: Problem, Equatable {
  /// A line, counted from 1, and what is wrong with it.
  case line(Int, String)
  /// The layout that the text is of.
  case otherLayout(Int)
  case notADump
  case whole(String)

  package var message: String {
    switch self {
    case .line(let number, let fault): "Line \(number) of the dump: \(fault)."
    case .otherLayout(let layout):
      "The dump is of layout \(layout); this blues loads layout \(Migration.newest)."
    case .notADump: "Not a dump of a project: its first line says nothing of the kind."
    case .whole(let fault): "The dump does not make a project: \(fault)."
    }
  }

  package var hint: String? {
    switch self {
    case .line, .whole: "make the dump anew: blues dump -o FILE"
    case .otherLayout: "load it with the blues that wrote it, then open the project with this one"
    case .notADump: "blues dump -o FILE writes one"
    }
  }

  package var kind: ProblemKind { .badData }
}
