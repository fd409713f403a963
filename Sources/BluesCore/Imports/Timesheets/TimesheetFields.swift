internal import Basics
internal import Documents

/// The columns that a list of hours may have: a row for each day or month, or a sheet with a column
/// for each day of a month.
enum TimesheetFields {
  static let all: [ImportField] =
    OwnColumns(listed: TimesheetEntry.fields.map(\.column), exported: []).named(long) + days

  /// The fields without the days of a sheet.
  static var names: [String] { all.map(\.name).filter { !$0.hasPrefix("day_") } }

  static let own = OwnColumns(
    listed: TimesheetEntry.fields.map(\.column), exported: TimesheetEntry.exported.map(\.column))

  private static let long = [
    ImportField(
      "person",
      "person code,short code,employee,resource,resource name,staff,student,worker"
        + HeadingWords.person, content: .name),
    ImportField(
      "date", "day,worked on,work date,day or month\(HeadingWords.date)", content: .day),
    ImportField("month", "month and year\(HeadingWords.month)", content: .typed),
    ImportField("work_package", "wp,work package no\(HeadingWords.workPackage)", content: .name),
    ImportField("task", "task no\(HeadingWords.task); nl: taak", content: .text),
    ImportField(
      "hours",
      "hours worked,number of hours,time,time spent,duration\(HeadingWords.worked); nl: tijd,uren",
      content: .typed),
    ImportField(
      "activity", "description,comment,work done,what was done,note\(HeadingWords.doneWork)"),
    ImportField(
      "signed_on", "signed,date signed,signature date\(HeadingWords.signedOn)", content: .day),
    ImportField("approved_on", "approved,date approved\(HeadingWords.approvedOn)", content: .day),
    ImportField("approved_by", "approver,supervisor\(HeadingWords.approvedBy)"),
    ImportField(
      "total",
      "total hours,sum; fr: total,somme; es: suma; de: summe,gesamt; pl: razem; cs: celkem",
      content: .typed),
  ]

  private static let days = (1...31).map { day in
    ImportField("day_\(day)", "\(day),\(padded(day, to: 2)),d\(day)", content: .typed)
  }
}
