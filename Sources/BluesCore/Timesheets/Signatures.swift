package import Basics
internal import GRDB

extension Timesheets {
  /// The day on which the hours of a key were signed; nil where they were not.
  package func signature(of said: Said) throws -> Day? {
    try all(Wanted(person: said.person, month: said.worked.month)).first {
      $0.worked == said.worked && $0.workPackage == said.workPackage && $0.task == said.task
    }?.signedOn
  }

  /// Takes the signatures of an entry away whose hours become others: nobody signed those.
  static func takeSignature(from id: Int64, unless hours: Hours, _ write: Transaction) throws {
    try write.db.execute(
      sql: """
        UPDATE timesheet SET signed_on = NULL, approved_on = NULL, approved_by = NULL
        WHERE id = ? AND hours <> ?
        """, arguments: [id, hours.hundredths])
  }

  /// Refuses a signature of a month before its end, and an approval before the signature.
  static func checkSignature(
    _ words: String, of month: Day, _ signed: Day?, _ approved: Day?, _ scope: EffortScope,
    _ db: Database
  ) throws {
    let last = try Day.fetchLast(of: month, scope, db)
    try SignatureProblem.check(words, of: WorkDate(month: month), signed, approved, leavingOn: last)
    guard signed == nil, let approved else { return }
    let row = try Row.fetchOne(
      db, sql: "SELECT max(signed_on) AS signed FROM timesheet WHERE \(scope.condition)",
      arguments: scope.arguments)
    if let before: Day = try row?.value("signed", as: Day?.self), approved < before {
      throw SignatureProblem.approvedEarly(words, on: approved, signed: before)
    }
  }
}

extension Day {
  /// The last day of the contract of a scope's person, where that is in a month.
  fileprivate static func fetchLast(
    of month: Day, _ scope: EffortScope, _ db: Database
  ) throws -> Day? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT person.ends_on AS last FROM timesheet JOIN person ON person.id = timesheet.person_id
        WHERE \(scope.condition) LIMIT 1
        """, arguments: scope.arguments)
    guard let last = try row?.value("last", as: Day?.self), last >= month,
      last <= month.lastOfMonth
    else { return nil }
    return last
  }
}

/// Why a timesheet cannot have been signed on a day.
package enum SignatureProblem: Problem, Equatable {
  case early(String, on: Day, end: Day)
  case approvedEarly(String, on: Day, signed: Day)

  /// Checks the days of signatures; a month is signed on its last day of work at the earliest, or on the
  /// day on which the person left.
  static func check(
    _ words: String, of worked: WorkDate, _ signed: Day?, _ approved: Day?,
    leavingOn last: Day? = nil
  ) throws(SignatureProblem) {
    var end = worked.last
    while worked.isMonth, end.weekday.isWeekend { end = end.adding(days: -1) }
    if let last { end = min(end, last) }
    for day in [signed, approved].compactMap(\.self) where day < end {
      throw .early(words, on: day, end: end)
    }
    if let signed, let approved, approved < signed {
      throw .approvedEarly(words, on: approved, signed: signed)
    }
  }

  package var message: String {
    switch self {
    case .early(let words, let day, let end):
      "The hours of \(words) cannot be signed on \(day): their last day of work is \(end)."
    case .approvedEarly(let words, let day, let signed):
      "The hours of \(words) cannot be approved on \(day), before they were signed on \(signed)."
    }
  }

  package var hint: String? {
    switch self {
    case .early: "sign the hours once they are worked, on that day or later"
    case .approvedEarly: "give the day of the approval with --approved-on"
    }
  }

  package var kind: ProblemKind { .usage }
}
