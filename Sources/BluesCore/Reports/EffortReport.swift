internal import Basics
package import Documents
internal import GRDB

/// The effort beside the plan: person-months of each partner in each work package, by period.
package struct EffortReport: Report {
  /// What the rows are.
  package enum Division: String, Sendable, CaseIterable {
    /// A partner in a work package.
    case pair = "partner-work-package"
    case partner, month, person
    case workPackage = "work-package"
  }

  package static let name = "effort"
  package static let abstract =
    "Person-months planned, due and worked: deviations in per cent, monthly rates, "
    + "explanations."
  package static let examples = [
    "blues report effort", "blues report effort --period RP1",
    "blues report effort --period RP1 --by partner -o effort.xlsx",
  ]
  package static let note: String? = """
    Person-months are hours over a twelfth of the productive hours. Due are those planned for the \
    whole action, times the share of the action that is over. From due is what those to date are \
    more or less than that: what is beyond the limit of the rule effort-deviation, or in a work \
    package where the partner planned nothing, needs an explanation: blues workpackage effort \
    explain. As data (--format csv) it also says how far they are from the plan of the whole action.
    """
  package static let options = [
    ReportOption(
      name: "period", help: "The reporting period, such as RP1; default: all up to today.",
      isNeeded: false),
    ReportOption(
      name: "by",
      help: "The rows: partner, work-package, month or person; default: each partner "
        + "in each work package.", isNeeded: false, words: Division.allCases.map(\.rawValue)),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let said = asked.texts
    let division = said["by"].flatMap { Division(rawValue: $0) } ?? .pair
    let project = try store.project.overview().project
    return try store.read { db in
      let period = try said["period"].map { try EffortScope.period($0, db) }
      let rows = try rows(division, period, project, db)
      let rule = try RuleBook.inForce(db).rule("effort-deviation")
      let share = try rule.text("share")
      let basis = try basis(of: rows, period, project, db)
      let total = rows.isEmpty ? nil : Self.total(rows, division)
      return Document(
        schema: "blues.effort-report/1",
        title: "\(project.acronym): effort \(period.map { "in \($0.name)" } ?? "to date")",
        subtitle: "on \(store.invocation.today.spoken)",
        blocks: ([
          .table(
            Table(
              noun: "effort", emptySentence: "No effort is planned or recorded yet.",
              fields: EffortRow.fields(division), rows: rows, total: total))
        ] + basis.map { .paragraph($0) } + [
          .paragraph(
            "Person-months further than \(share) from those due need an explanation "
              + "(rule \(rule.id), mark \(rule.mark.rawValue), "
              + "\(rule.sources.joined(separator: ", "))).")
        ]).explained)
    }
  }

  /// The day until which effort is due: the end of a period, or today before that.
  private func dueDay(_ period: Period?, _ project: Project) -> Day {
    let today = store.invocation.today
    return period.map { min($0.days(in: project).upperBound, today) } ?? today
  }

  /// What the person-months due are worked out of, and what those of a locked period are.
  private func basis(
    of rows: [EffortRow], _ period: Period?, _ project: Project, _ db: Database
  ) throws -> [String] {
    var sentences: [String] = []
    if rows.contains(where: { $0.due != nil }) {
      let day = dueDay(period, project)
      let all = project.end - project.start + 1
      let over = min(max(day - project.start + 1, 0), all)
      let share = (project.elapsedShare(on: day) * Fraction(100)).text(decimals: 2)
      sentences.append(
        "Due are the person-months planned for the whole action, times the share of its days that "
          + "is over. On \(day.spoken) that is \(over) of \(all) days, \(share) %.")
    }
    let isDeclared = try Programme.of(db).costCategories != nil
    if let period, isDeclared, try PeriodStory(db).state(of: period).isLocked {
      sentences.append(
        "\(period.name) is locked: its person-months are those that its statement declared. What "
          + "changed since is of the next open period.")
    }
    return sentences
  }

  func rows(
    _ division: Division, _ period: Period?, _ project: Project, _ db: Database
  ) throws -> [EffortRow] {
    let days = period.map { $0.days(in: project) }
    let last = days?.upperBound ?? store.invocation.today.lastOfMonth
    let effort = try CountedEffort(db, on: store.invocation.today)
    let toDate = effort.lines(upTo: period, day: last)
    let within = period.map { effort.lines(in: $0) } ?? toDate
    var rows: [String: EffortRow] = [:]
    if division != .month, division != .person {
      for row in try EffortPlan.fetch(db).rows {
        for (package, effort) in row.effort {
          let key = Self.key(division, row.partner, package, nil, nil)
          var planned = rows[key] ?? Self.row(division, row.partner, package, nil, nil)
          let share = Fraction(Int128(effort.hundredths), over: 100) ?? .zero
          planned.planned = (planned.planned ?? .zero) + share
          rows[key] = planned
        }
      }
    }
    for (lines, isPeriod) in [(within, true), (toDate, false)] {
      for line in lines {
        let (partner, package) = (line.partner, line.workPackage)
        let month = line.first.firstOfMonth
        let key = Self.key(division, partner, package, month, line.person)
        var row = rows[key] ?? Self.row(division, partner, package, month, line.person)
        if isPeriod {
          row.inPeriod = row.inPeriod + line.months
        } else {
          row.toDate = row.toDate + line.months
          for (currency, cents) in line.costs { row.costs[currency, default: 0] += cents }
          row.paid = row.paid + line.paid
        }
        rows[key] = row
      }
    }
    var sorted = rows.sorted { $0.key < $1.key }.map(\.value)
    try settle(
      &sorted, division, period, db,
      project, dueOn: dueDay(period, project))
    return sorted
  }

  /// Completes plans and explanations.
  private func settle(
    _ rows: inout [EffortRow], _ division: Division, _ period: Period?, _ db: Database,
    _ project: Project, dueOn day: Day
  ) throws {
    let elapsed = project.elapsedShare(on: day)
    let limit = try RuleBook.inForce(db).rule("effort-deviation").percent("share")
    // Of the whole action the last word counts.
    let periods = try period.map { [$0] } ?? Period.all(db)
    let words = try periods.reduce(into: [:]) { words, period in
      words.merge(try EffortExplanations.of(period, db)) { $1 }
    }
    let isPlanned = try !EffortPlan.fetch(db).rows.isEmpty
    for index in rows.indices where division != .month && division != .person {
      if isPlanned { rows[index].planned = rows[index].planned ?? .zero }
      (rows[index].dueOn, rows[index].elapsed) = (day, elapsed)
      rows[index].due = rows[index].planned.map { $0 * elapsed }
      guard division == .pair, let partner = rows[index].partner,
        let package = rows[index].workPackage
      else { continue }
      rows[index].isToExplain = rows[index].lag?.isBeyond(limit) == true
      rows[index].words = words[.init(partner: partner, package: package.number)]
    }
  }

  private static func key(
    _ division: Division, _ partner: String, _ package: Int, _ month: Day?, _ person: String?
  ) -> String {
    let package = padded(package, to: 4)
    return switch division {
    case .pair: "\(partner)\t\(package)"
    case .partner: partner
    case .workPackage: package
    case .month: month?.iso ?? ""
    case .person: "\(partner)\t\(person ?? "")"
    }
  }

  private static func row(
    _ division: Division, _ partner: String, _ package: Int, _ month: Day?, _ person: String?
  ) -> EffortRow {
    let code = WorkPackageCode(number: package)
    return switch division {
    case .pair: EffortRow(partner: partner, workPackage: code)
    case .partner: EffortRow(partner: partner)
    case .workPackage: EffortRow(workPackage: code)
    case .month: EffortRow(month: month)
    case .person: EffortRow(partner: partner, person: person)
    }
  }

  /// The sums of exact values.
  private static func total(_ rows: [EffortRow], _ division: Division) -> [Cell] {
    var sum = EffortRow()
    for row in rows {
      if let planned = row.planned { sum.planned = (sum.planned ?? .zero) + planned }
      if let due = row.due { sum.due = (sum.due ?? .zero) + due }
      sum.inPeriod = sum.inPeriod + row.inPeriod
      sum.toDate = sum.toDate + row.toDate
      for (currency, cents) in row.costs { sum.costs[currency, default: 0] += cents }
      sum.paid = sum.paid + row.paid
    }
    var cells = EffortRow.fields(division).map { $0.cell(sum) }
    cells[0] = .text("Total")
    return cells
  }
}

extension Store {
  package var effortReport: EffortReport { EffortReport(store: self) }
}
