internal import Basics

/// What tells one timesheet entry from another: the person, the day or month, the work.
struct TimesheetKey: Equatable {
  let person: Int64
  let worked: WorkDate
  let package: Int64
  /// 0 for no task.
  let task: Int64
  /// 1, or the number among several entries that are all kept.
  var part = 1

  /// A number in which all of them are mixed, so that other keys hardly have it.
  var digest: Int64 {
    var mixed = UInt64(bitPattern: person)
    for part in [Int64(worked.first.number), worked.isMonth ? 1 : 0, package, task, Int64(part)] {
      mixed = (mixed ^ (mixed >> 32)) &* 0xFF51_AFD7_ED55_8CCD &+ UInt64(bitPattern: part)
    }
    return Int64(bitPattern: mixed ^ (mixed >> 33))
  }
}

/// What a list or a command says of an entry; nil where it says nothing.
struct TimesheetValues {
  let hours: Hours
  var activity: String?
  var signedOn: String?
  var approvedOn: String?
  var approvedBy: String?

  /// The names of the fields, in the order of `texts`.
  static let names = ["activity", "signed_on", "approved_on", "approved_by"]

  var texts: [String?] { [activity, signedOn, approvedOn, approvedBy] }
}
