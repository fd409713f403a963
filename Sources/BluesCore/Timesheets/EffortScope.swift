internal import Basics
internal import GRDB

/// Which timesheet entries are looked at, as a condition in SQL.
struct EffortScope {
  private(set) var condition = "TRUE"
  private(set) var arguments = StatementArguments()
  /// The days of the reporting period, where one is meant.
  private(set) var days: ClosedRange<Day>?
  private(set) var period: Period?

  init(
    _ wanted: Timesheets.Wanted, _ db: Database, _ invocation: Invocation, _ hooks: StoreHooks
  ) throws {
    var conditions: [String] = []
    if let partner = wanted.partner {
      conditions.append(
        "timesheet.person_id IN (SELECT id FROM person WHERE partner_id = ?)")
      arguments += [try Partner.id(partner, in: db)]
    }
    if let person = wanted.person {
      let context = try RecordContext(db, invocation, hooks)
      conditions.append("timesheet.person_id = ?")
      arguments += [try context.id(person, in: Person.target)]
    }
    if let month = wanted.month {
      conditions.append("substr(worked_on, 1, 7) = ?")
      arguments += [WorkDate(month: month).text]
    }
    if let name = wanted.period {
      let project = try Project.fetch(db)
      let period = try Self.period(name, db)
      let days = period.days(in: project)
      self.period = period
      self.days = days
      conditions.append(Self.within)
      arguments += Self.bounds(days)
    }
    if !conditions.isEmpty { condition = conditions.joined(separator: " AND ") }
  }

  /// Entries within two bounds; a month counts as its last day.
  static let within =
    "CASE length(worked_on) WHEN 7 THEN worked_on || '-31' ELSE worked_on END BETWEEN ? AND ?"

  /// The bounds of some days for `within`.
  static func bounds(_ days: ClosedRange<Day>) -> StatementArguments {
    let last = days.upperBound
    return [
      days.lowerBound.iso,
      last == last.lastOfMonth ? "\(WorkDate(month: last).text)-31" : last.iso,
    ]
  }

  /// The period of a name such as `RP1`, in any case, or of its number.
  static func period(_ name: String, _ db: Database) throws -> Period {
    let all = try Period.all(db)
    let key = name.trimmed.asciiRaised
    guard let period = all.first(where: { $0.name == key || "\($0.number)" == key }) else {
      throw RecordProblem.unknown(
        name.trimmed, noun: "period", known: all.map(\.name), command: "project period")
    }
    return period
  }
}
