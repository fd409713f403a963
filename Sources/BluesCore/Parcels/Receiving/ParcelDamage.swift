internal import Basics
internal import GRDB

/// Says of a parcel that cannot be read that it is the parcel, not the project, and whom to ask.
enum ParcelDamage {
  /// Runs what reads inside a parcel; what is wrong there is a problem of the parcel.
  static func told<Value>(of path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as StoreProblem {
      guard let detail = detail(of: problem) else { throw problem }
      throw ParcelProblem.misfit(path, detail: detail)
    } catch let problem as UnreadValue {
      let table = problem.table.map { "table \($0), " } ?? ""
      throw ParcelProblem.misfit(
        path, detail: "\(table)column \(problem.column) holds a value that cannot be read")
    } catch is DatabaseError {
      throw ParcelProblem.misfit(path, detail: "its rows cannot be read")
    }
  }

  /// Nil for what is a problem of this program or this machine.
  private static func detail(of problem: StoreProblem) -> String? {
    switch problem {
    case .damaged(_, let detail): "it is damaged, \(detail)"
    case .foreign(_, let object, let fault): "\(object) \(fault)"
    case .notAProject, .readOnly, .cannotOpen, .failed, .pendingLog:
      "its rows are not a file as blues packs it"
    case .missing, .alreadyThere, .notAFile, .barred, .networkDrive, .newer, .unreadable,
      .cannotCreate, .busy, .full, .diskFailed:
      nil
    }
  }
}
