package import Basics

/// Why hours cannot be recorded, or a list of them cannot be imported.
package enum TimesheetProblem: Problem, Equatable {
  case taken(String, Hours)
  case missing(String)
  case noWorkPackage
  case otherWorkPackage(TaskCode, WorkPackageCode)
  /// A list without columns that a timesheet needs.
  case lacks([Needed])
  /// More hours than a day or a month has, as a sentence.
  case tooMany(String)
  /// More hours than a day or a month has, with those that are recorded.
  case full(String, WorkDate, recorded: Hours, said: Hours)
  /// A sheet whose head and whose options name two persons or months.
  case otherSheet(String, sheet: String, option: String)

  /// What a timesheet has to say, by the field that a column is for.
  package enum Needed: String, Sendable {
    case person, date, hours
    case workPackage = "work_package"

    fileprivate var words: String {
      switch self {
      case .person: "the person"
      case .date: "the date or month"
      case .workPackage: "the work package"
      case .hours: "the hours"
      }
    }
  }

  package var message: String {
    switch self {
    case .taken(let words, let hours): "\(words): \(hours.text) hours are recorded already."
    case .missing(let words): "No hours are recorded for \(words)."
    case .noWorkPackage: "Name the work package or the task."
    case .otherWorkPackage(let task, let package): "\(task) is not a task of \(package)."
    case .tooMany(let sentence): sentence
    case .full(let person, let worked, let recorded, let said):
      "\(person) has \(recorded.text) hours \(worked.isMonth ? "in" : "on") \(worked); with these "
        + "\(said.text) they are \((recorded + said).text), more than the \(worked.mostHours) of "
        + "\(worked.isMonth ? "the month" : "a day")."
    case .otherSheet(let given, let sheet, let option):
      "The sheet is of \(sheet), and \(option) says \(given)."
    case .lacks(let parts):
      "This list is not a timesheet: it has no column for \(enumerated(parts.map(\.words)))."
    }
  }

  package var hint: String? {
    switch self {
    case .taken: "add it with --replace to change it"
    case .missing: "blues workpackage effort list"
    case .noWorkPackage, .otherWorkPackage, .tooMany: nil
    case .full(let person, let worked, _, _):
      "correct the others: blues workpackage effort list --person \(person) --month "
        + "\(worked.text.prefix(7))"
    case .otherSheet(_, _, let option): "leave \(option) out, or take the right sheet"
    case .lacks(let parts):
      "name a column with --map HEADING=\(parts[0].rawValue), or give one value for all rows, such as "
        + "--set work_package=WP1 or --person NP-1"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .taken: .conflict
    case .missing: .notFound
    case .noWorkPackage, .otherWorkPackage: .usage
    case .lacks, .otherSheet, .tooMany, .full: .badData
    }
  }
}
