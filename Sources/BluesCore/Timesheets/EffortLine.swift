internal import Basics
internal import GRDB

/// The work of a person in a work package and a calendar month at one rate of pay, exact.
struct EffortLine {
  let partner: PartnerCode
  let person: String
  let category: String
  let workPackage: WorkPackageCode
  /// The first day of the month.
  let month: Day
  /// Hundredths of an hour; a fraction where a declaration shares out a month.
  var hours: Fraction
  /// Hundredths of an hour in a year.
  let productiveHours: Int
  /// The cost of a year; nil where no rate of pay is valid.
  let annualCost: Money?
  /// The first day of the rate of pay; nil for none.
  let rateFrom: Day?

  /// Hours in twelfths of the productive ones.
  var personMonths: Fraction {
    hours * (Fraction(12, over: Int128(productiveHours)) ?? .zero)
  }

  /// What it costs, rounded once.
  var line: PersonnelLine? {
    guard let annualCost, let share = Fraction(1, over: Int128(productiveHours)) else { return nil }
    let cents = (hours * Fraction(Int128(annualCost.cents)) * share).rounded()
    return PersonnelLine(
      partner: partner, person: person, category: category, workPackage: workPackage, month: month,
      hours: Int(hours.rounded()), annualCost: annualCost, productiveHours: productiveHours,
      amount: Money(cents: Int64(clamping: cents), currency: annualCost.currency),
      exactHours: hours)
  }
}

/// The effort of some days: from timesheets, and from the declarations of those who work full time.
struct EffortLines {
  private(set) var lines: [EffortLine] = []

  /// What tells lines apart.
  private struct Key: Hashable {
    let person: Int64
    let package: Int
    let month: Day
    /// The first day of the rate; nil for none.
    let rate: Day?
  }

  /// Reads the effort of the action within some days, or all of it; who is declared full time has the
  /// whole months that ended by a day.
  init(_ db: Database, within days: ClosedRange<Day>? = nil, on today: Day) throws {
    let staff = try EffortStaff(db)
    let project = try Project.fetch(db)
    let packages = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, number FROM work_package")
        .map { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int.self)) })
    var sums: [Key: Int] = [:]
    // Entries of one person stand together mostly, and a member is a large value.
    var current: (person: Int64, member: EffortStaff.Member?) = (0, nil)
    try WorkedHours(db).forEach { entry in
      guard entry.worked.isIn(project.start...project.end),
        days.map(entry.worked.endsIn) ?? true,
        let package = packages[entry.package]
      else { return }
      if entry.person != current.person {
        let member = staff.members[entry.person]
        current = (entry.person, member?.isFullTime == true ? nil : member)
      }
      guard let rates = current.member?.rates else { return }
      let key = Key(
        person: entry.person, package: package, month: entry.worked.month,
        rate: EffortStaff.rate(of: entry.worked, rates)?.code.from)
      sums[key, default: 0] += entry.hours
    }
    for (key, hours) in sums where hours > 0 {
      guard let member = staff.members[key.person],
        let package = WorkPackageCode(number: key.package)
      else { continue }
      lines.append(
        member.line(
          package, key.month, Fraction(Int128(hours)),
          member.rates.first { $0.code.from == key.rate }, staff))
    }
    declare(staff, within: days, project, on: today)
    sort(staff)
  }

  /// Sorts the lines by partner, person, month, work package and rate of pay.
  ///
  /// Their places are sorted by numbers: there may be a hundred thousand.
  private mutating func sort(_ staff: EffortStaff) {
    let members = staff.members.values
      .sorted { ($0.partner, $0.person.code.text) < ($1.partner, $1.person.code.text) }
    let ranks = Dictionary(
      members.enumerated().map { ($1.person.code.text, $0) },
      uniquingKeysWith: { first, _ in first })
    let keys = lines.map {
      (
        ranks[$0.person] ?? ranks.count, $0.month.number, $0.workPackage.number,
        $0.rateFrom?.number ?? 0
      )
    }
    let sorted = lines.indices.sorted { keys[$0] < keys[$1] }
    lines = sorted.map { lines[$0] }
  }

  /// Adds the whole months, ended by a day, of those who are declared full time.
  private mutating func declare(
    _ staff: EffortStaff, within days: ClosedRange<Day>?, _ project: Project, on today: Day
  ) {
    let whole = project.start...project.end
    guard days.map(whole.overlaps) ?? true else { return }
    let span = days.map(whole.clamped(to:)) ?? whole
    for member in staff.members.values where member.isFullTime {
      let first = max(span.lowerBound, member.person.from ?? span.lowerBound)
      let last = min(span.upperBound, member.person.to ?? span.upperBound, today)
      var month = first.firstOfMonth
      if month < first { month = month.adding(months: 1) }
      while month.lastOfMonth <= last {
        let rate = member.rate(of: WorkDate(month: month))
        let year = rate?.productiveHours ?? staff.hoursPerYear
        for share in member.person.shares {
          let parts = Int128(year) * Int128(member.employment) * Int128(share.hundredths)
          let hours = Fraction(parts, over: 12 * 10_000 * 10_000) ?? .zero
          lines.append(member.line(share.workPackage, month, hours, rate, staff))
        }
        month = month.adding(months: 1)
      }
    }
  }
}
