internal import Basics

/// What tells one timesheet entry from another: the person, the day or month, the work.
struct TimesheetKey: Hashable {
  let person: Int64
  let worked: WorkDate
  let package: Int64
  /// 0 for no task.
  let task: Int64
  /// 1, or the number among several entries that are all kept.
  var part = 1

  /// Hashes one number made of all, which is faster than five, of up to half a million keys.
  func hash(into hasher: inout Hasher) {
    var mixed = person &* 0x1_0000_01B3 &+ Int64(worked.first.number)
    mixed = mixed &* 0x1_0000_01B3 &+ package
    mixed = mixed &* 0x1_0000_01B3 &+ task
    mixed = mixed &* 0x1_0000_01B3 &+ Int64(part)
    hasher.combine(worked.isMonth ? ~mixed : mixed)
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
