package import Basics

/// Why a workbook that a partner filled in is not taken.
package enum ReturnedWorkbookProblem: Problem, Equatable {
  case notAWorkbook(String)
  case otherProject(String)
  /// The sheet that says whose it is was removed.
  case unnamed(String)
  case otherPartner(String, partner: String, said: String)
  /// It has none of the sheets to fill in.
  case noSheet(String, sheets: [String])
  /// One that was made from another state is not applied yet.
  case waiting(Int, partner: String)

  package var message: String {
    switch self {
    case .notAWorkbook(let path): "\(path) is not a workbook (.xlsx)."
    case .otherProject(let path): "\(path) is a workbook of another project."
    case .unnamed(let path): "\(path) does not say which partner it is from."
    case .otherPartner(let path, let partner, let said):
      "\(path) was made for \(partner), not for \(said)."
    case .noSheet(let path, let sheets):
      "\(path) has none of the sheets \(sheets.joined(separator: ", "))."
    case .waiting(let number, let partner):
      "Workbook \(number) of \(partner) waits, and this one was made from another state."
    }
  }

  package var hint: String? {
    switch self {
    case .notAWorkbook: "open it in a spreadsheet program and save it as .xlsx"
    case .otherProject: "look at the project with --db PATH"
    case .unnamed: "name the partner: --from PARTNER"
    case .otherPartner(_, let partner, _): "leave --from out, or give --from \(partner)"
    case .noSheet: "use the workbook that blues share sheet made, with its sheets"
    case .waiting: "blues share review, then blues share apply, and receive this one then"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .notAWorkbook, .noSheet: .badData
    case .otherProject, .waiting, .otherPartner: .conflict
    case .unnamed: .usage
    }
  }
}
