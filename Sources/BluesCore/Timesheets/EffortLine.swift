internal import Basics
internal import GRDB

/// The work of a person in a work package and a calendar month at one rate of pay, exact.
struct EffortLine {
  let partner: PartnerCode
  let person: String
  let category: String
  let workPackage: WorkPackageCode
  /// The first day of the month, or of that reporting period of two in the month in which the work was done.
  let first: Day
  /// Hundredths of an hour; a fraction where a declaration shares out a month.
  var hours: Fraction
  /// Hundredths of an hour in a year.
  let productiveHours: Int
  /// The cost of a year; nil where no rate of pay is valid.
  let annualCost: Money?
  /// The first day of the rate of pay; nil for none.
  let rateFrom: Day?

  /// The first day of the month.
  var month: Day { first.firstOfMonth }

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
      exactHours: hours, first: first == month ? nil : first)
  }
}

/// The effort of some days: from timesheets, and from the declarations of those who work full time.
struct EffortLines {
  private(set) var lines: [EffortLine] = []

  /// What tells lines apart.
  private struct Key: Hashable {
    let person: Int64
    let package: Int
    let first: Day
    /// The first day of the rate; nil for none.
    let rate: Day?

    /// Hashes one number made of all, which is faster than four: half a million entries are looked for.
    func hash(into hasher: inout Hasher) {
      var mixed = person &* 0x1_0000_01B3 &+ Int64(package)
      mixed = mixed &* 0x1_0000_01B3 &+ Int64(first.number)
      hasher.combine(mixed &* 0x1_0000_01B3 &+ Int64(rate?.number ?? .min))
    }
  }

  /// The first days of the reporting periods that begin in the middle of a month, the latest first.
  private let divisions: [Day]

  /// Reads the effort of the action, or of one partner by its row, within some days, or all of it; who is
  /// declared full time has the whole months that ended by a day.
  init(
    _ db: Database, of partner: Int64? = nil, within days: ClosedRange<Day>? = nil, on today: Day
  ) throws {
    let staff = try EffortStaff(db, of: partner)
    let project = try Project.fetch(db)
    let packages = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, number FROM work_package")
        .map { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int.self)) })
    divisions = try Period.all(db).map { $0.days(in: project).lowerBound }
      .filter { $0.dayOfMonth != 1 }.sorted(by: >)
    var sums: [Key: Int] = [:]
    // Entries of one person stand together mostly, and a member is a large value.
    var current: (person: Int64, member: EffortStaff.Member?) = (0, nil)
    try WorkedHours(db, of: partner).forEach { entry in
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
        person: entry.person, package: package, first: first(of: entry.worked),
        rate: EffortStaff.rate(of: entry.worked, rates)?.code.from)
      sums[key, default: 0] += entry.hours
    }
    for (key, hours) in sums where hours > 0 {
      guard let member = staff.members[key.person],
        let package = WorkPackageCode(number: key.package)
      else { continue }
      lines.append(
        member.line(
          package, key.first, Fraction(Int128(hours)),
          member.rates.first { $0.code.from == key.rate }, staff))
    }
    declare(staff, within: days, project, on: today)
    sort()
  }

  /// Sorts the lines by partner, person, month, work package and rate of pay.
  ///
  /// Their places are sorted by numbers: there may be a hundred thousand.
  private mutating func sort() {
    var partners: [String: PartnerCode] = [:]
    for line in lines { partners[line.person] = line.partner }
    let persons = partners.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let ranks = Dictionary(uniqueKeysWithValues: persons.enumerated().map { ($1.key, $0) })
    let keys = lines.map {
      (
        ranks[$0.person] ?? ranks.count, $0.first.number, $0.workPackage.number,
        $0.rateFrom?.number ?? 0
      )
    }
    let sorted = lines.indices.sorted { keys[$0] < keys[$1] }
    lines = sorted.map { lines[$0] }
  }

  /// The day from which work of a month counts; what was done after the start of a period in that month is
  /// of that period, as a month of which only the sum is known is.
  private func first(of worked: WorkDate) -> Day {
    divisions.first { $0.firstOfMonth == worked.month && $0 <= worked.last } ?? worked.month
  }

  /// Adds the whole months, ended by a day, of those who are declared full time; a month is of the period
  /// in which it ends.
  private mutating func declare(
    _ staff: EffortStaff, within days: ClosedRange<Day>?, _ project: Project, on today: Day
  ) {
    for member in staff.members.values where member.isFullTime {
      let first = max(project.start, member.person.from ?? project.start)
      let last = min(project.end, member.person.to ?? project.end, today)
      var month = first.firstOfMonth
      if month < first { month = month.adding(months: 1) }
      while month.lastOfMonth <= last {
        defer { month = month.adding(months: 1) }
        guard days?.contains(month.lastOfMonth) ?? true else { continue }
        let worked = WorkDate(month: month)
        let rate = member.rate(of: worked)
        let year = rate?.productiveHours ?? staff.hoursPerYear
        for share in member.person.shares {
          let parts = Int128(year) * Int128(member.employment) * Int128(share.hundredths)
          let hours = Fraction(parts, over: 12 * 10_000 * 10_000) ?? .zero
          lines.append(
            member.line(share.workPackage, self.first(of: worked), hours, rate, staff))
        }
      }
    }
  }
}
