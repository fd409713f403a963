internal import Basics
internal import GRDB

/// Holds hours against the rules on effort: caps, days off, contracts, signatures, rates of pay.
struct EffortChecks {
  /// The hours of a person on a day or in a month in one work package.
  private struct Sum {
    let worked: WorkDate
    let package: Int
    let hours: Int
    let entries: Int
    let unsigned: Int
    let unapproved: Int
  }

  private let db: Database
  private let book: RuleBook
  private let staff: EffortStaff
  private let project: Project
  private var findings: [EffortFinding] = []
  /// The names of holidays by country and year.
  private var holidays: [String: [Day: String]] = [:]

  init(_ db: Database) throws {
    self.db = db
    book = try .inForce(db)
    staff = try EffortStaff(db)
    project = try Project.fetch(db)
  }

  /// Whose hours are looked at, and when: a condition on `timesheet`.
  mutating func run(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [EffortFinding] {
    var rows: [Int64: [Sum]] = [:]
    let found = try Row.fetchCursor(
      db,
      sql: """
        SELECT person_id, worked_on, work_package.number, sum(hours), count(*),
          sum(signed_on IS NULL), sum(approved_on IS NULL)
        FROM timesheet JOIN work_package ON work_package.id = work_package_id
        WHERE hours > 0 AND (\(condition))
        GROUP BY person_id, worked_on, work_package_id
        ORDER BY person_id, worked_on, work_package_id
        """, arguments: arguments)
    while let row = try found.next() {
      rows[try row.value(0), default: []].append(
        Sum(
          worked: try row.stored(1, "worked_on") { WorkDate(stored: $0) },
          package: try row.value(2), hours: try row.value(3), entries: try row.value(4),
          unsigned: try row.value(5), unapproved: try row.value(6)))
    }
    for (id, sums) in rows {
      guard let member = staff.members[id] else { continue }
      try checkDays(sums, of: member)
      try checkMonths(sums, of: member)
      try checkYears(sums, of: member, id)
    }
    try checkPlan(rows)
    return findings.sorted {
      ($0.partner, $0.person ?? "", $0.on ?? "", $0.breach.rule, $0.breach.message) < (
        $1.partner, $1.person ?? "", $1.on ?? "", $1.breach.rule, $1.breach.message
      )
    }
  }

  private mutating func add(
    _ rule: String, _ message: String, _ member: EffortStaff.Member, on: String? = nil,
    severity: Rule.Severity? = nil
  ) throws {
    let rule = try book.rule(rule)
    findings.append(
      EffortFinding(
        partner: member.partner.text, person: member.person.code.text, on: on, workPackage: nil,
        breach: rule.breach(message, severity: severity), mark: rule.mark))
  }

  /// Each day: the contract, the action, days off, double days.
  private mutating func checkDays(_ sums: [Sum], of member: EffortStaff.Member) throws {
    let code = member.person.code.text
    let fullDay = try book.rule("double-day").whole("full_day") * 100
    let day = try book.rule("double-day").whole("day") * 100
    var at = sums.startIndex
    while at < sums.endIndex {
      let worked = sums[at].worked
      var (hours, entries) = (0, 0)
      while at < sums.endIndex, sums[at].worked == worked {
        hours += sums[at].hours
        entries += sums[at].entries
        at += 1
      }
      let words = "\(code) has \(Hours(hundredths: hours).text) hours on \(worked)"
      let contract = ContractDays(code: code, from: member.person.from, to: member.person.to)
      if let fault = contract.fault(of: worked) {
        try add("contract-dates", "\(words), \(fault).", member, on: worked.text)
      }
      if worked.last < project.start || worked.first > project.end {
        try add(
          "action-dates", "\(words), outside the action from \(project.start) to \(project.end).",
          member, on: worked.text)
      }
      guard !worked.isMonth else { continue }
      if let off = dayOff(worked.first, of: member) {
        try add("day-off", "\(words), \(off).", member, on: worked.text)
      }
      if hours > day {
        try add(
          "double-day", "\(words), more than a day has.", member, on: worked.text,
          severity: .refusal)
      } else if hours > fullDay, entries > 1 {
        try add(
          "double-day",
          "\(words) in \(entries) entries, more than a full day of \(fullDay / 100).", member,
          on: worked.text)
      }
    }
  }

  /// Why a day is off, in words; nil for a working day.
  private mutating func dayOff(_ day: Day, of member: EffortStaff.Member) -> String? {
    if let country = member.country {
      let year = "\(country.code) \(day.year)"
      let known =
        holidays[year]
        ?? Dictionary(
          PublicHolidays.holidays(in: day.year, of: country).map { ($0.day, $0.name) },
          uniquingKeysWith: { first, _ in first })
      holidays[year] = known
      if let name = known[day] { return "\(name) in \(country.code)" }
    }
    return day.weekday.isWeekend ? (day.weekday == .saturday ? "a Saturday" : "a Sunday") : nil
  }

  /// Each month: its cap, signatures, the rate of pay, a declaration beside it.
  private mutating func checkMonths(_ sums: [Sum], of member: EffortStaff.Member) throws {
    let code = member.person.code.text
    for (month, sums) in Dictionary(grouping: sums, by: \.worked.month).sorted(by: {
      $0.key < $1.key
    }) {
      let name = WorkDate(month: month).text
      let hours = sums.reduce(0) { $0 + $1.hours }
      let words = "\(code) has \(Hours(hundredths: hours).text) hours in \(name)"
      if member.isFullTime {
        try add(
          "declared-full-time", "\(words) beside a declaration of full time, which counts alone.",
          member, on: name)
        continue
      }
      let year = member.rate(of: WorkDate(month: month))?.productiveHours ?? staff.hoursPerYear
      let share = try book.rule("month-cap").percent("share")
      if exceeds(hours * 12, year, member.employment, share) {
        let cap = Fraction(
          Int128(year) * Int128(member.employment) * Int128(share.hundredths),
          over: 12 * 100 * 10_000 * 10_000)
        try add(
          "month-cap",
          "\(words), more than \(cap?.text(decimals: 2) ?? "") "
            + "(\(hundredthsText(year)) / 12\(employment(member))).",
          member, on: name)
      }
      let entries = sums.reduce(0) { $0 + $1.entries }
      let (unsigned, unapproved) = (
        sums.reduce(0) { $0 + $1.unsigned }, sums.reduce(0) { $0 + $1.unapproved }
      )
      if unsigned + unapproved > 0 {
        try add(
          "unsigned-timesheet",
          "\(code), \(name): of \(counted(entries, "entry", "entries")) "
            + "\(unsigned) not signed, \(unapproved) not approved.",
          member, on: name)
      }
      let unpaid = sums.filter { member.rate(of: $0.worked) == nil }.reduce(0) { $0 + $1.hours }
      if unpaid > 0 {
        try add(
          "no-rate",
          "\(code) has \(Hours(hundredths: unpaid).text) hours in \(name) without a rate of pay.",
          member, on: name)
      }
    }
  }

  private func employment(_ member: EffortStaff.Member) -> String {
    member.employment == 10_000 ? "" : ", \(hundredthsText(member.employment)) % employed"
  }

  /// Whether hours are more than a share of the productive ones, all in hundredths.
  private func exceeds(_ hours: Int, _ year: Int, _ employment: Int, _ share: Percent) -> Bool {
    Int128(hours) * 10_000 * 10_000 > Int128(year) * Int128(employment) * Int128(share.hundredths)
  }

  /// The whole calendar years that the hours are in.
  private mutating func checkYears(
    _ sums: [Sum], of member: EffortStaff.Member, _ id: Int64
  ) throws {
    guard !member.isFullTime else { return }
    for year in Set(sums.map(\.worked.first.year)).sorted() {
      let hours =
        try Row.fetchOne(
          db,
          sql: """
            SELECT sum(hours) AS hours FROM timesheet
            WHERE person_id = ? AND substr(worked_on, 1, 4) = ?
            """, arguments: [id, padded(year, to: 4)])?.value("hours", as: Int?.self) ?? 0
      guard let middle = Day(year: year, month: 7, day: 1) else { continue }
      let cap = member.rate(of: WorkDate(day: middle))?.productiveHours ?? staff.hoursPerYear
      guard
        exceeds(hours, cap, member.employment, try book.rule("year-cap").percent("share"))
      else { continue }
      try add(
        "year-cap",
        "\(member.person.code) has \(Hours(hundredths: hours).text) hours in \(year), more than "
          + "the productive \(hundredthsText(cap))\(employment(member)).",
        member, on: "\(year)")
    }
  }

  /// Work packages in which a partner planned nothing, once a plan is known.
  private mutating func checkPlan(_ rows: [Int64: [Sum]]) throws {
    let plan = try EffortPlan.fetch(db)
    guard !plan.rows.isEmpty else { return }
    var planned: Set<String> = []
    for row in plan.rows {
      for package in row.effort.keys { planned.insert("\(row.partner) \(package)") }
    }
    var hours: [String: [Int: Int]] = [:]
    for (id, sums) in rows {
      guard let partner = staff.members[id]?.partner.text else { continue }
      for sum in sums { hours[partner, default: [:]][sum.package, default: 0] += sum.hours }
    }
    let rule = try book.rule("effort-in-foreign-wp")
    for (partner, packages) in hours {
      for (package, hours) in packages where !planned.contains("\(partner) \(package)") {
        findings.append(
          EffortFinding(
            partner: partner, person: nil, on: nil, workPackage: WorkPackageCode(number: package),
            breach: rule.breach(
              "\(partner) has \(Hours(hundredths: hours).text) hours in WP\(package), "
                + "where it planned none."), mark: rule.mark))
      }
    }
  }
}
