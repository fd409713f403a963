internal import Basics

/// The reports that are due after each period, with the days inside the partnership before them.
///
/// A report that was submitted is no longer asked for, and neither are the days inside the partnership
/// once the period is locked; of an open period they are shown until the report itself is due.
enum ReportAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.reportDays().filter { day in
      switch day.state {
      case .submitted, .accepted: false
      case .locked: !day.isInternal
      case .open: !day.isInternal || context.today <= day.reportOn
      }
    }.map { day in
      AgendaItem(
        day.period, kind: "report", day.title, dueOn: day.on,
        day.isInternal ? .all : .partners([context.coordinator].compactMap(\.self)),
        command: command(day, context.today), today: context.today)
    }
  }

  /// What is done next for the report of a period.
  private static func command(_ day: ReportDay, _ today: Day) -> String {
    if day.state == .locked { return "blues report period submit \(day.period)" }
    return today > day.periodEnd
      ? "blues report period check \(day.period)" : "blues report status"
  }

  /// The ends of the periods, and the days of their reports.
  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    let ends = context.periods.map { period in
      let end = period.days(in: context.project).upperBound
      return PlanEntry(
        key: "\(period.name)-end", summary: "\(period.name) ends", description: "reporting period",
        day: end, category: "Period", debtor: .all, isDone: end < context.today)
    }
    let reports = try context.reportDays().map { day in
      PlanEntry(
        key: "\(day.period)-\(day.rule)", summary: "\(day.period) \(day.title)",
        description: "report, rule \(day.rule)", day: day.on, category: "Report",
        debtor: day.isInternal ? .all : .partners([context.coordinator].compactMap(\.self)),
        isDone: day.on < context.today || day.state == .submitted || day.state == .accepted)
    }
    return ends + reports
  }
}

/// A day of a report: the one on which it is due, or one inside the partnership before it.
struct ReportDay {
  /// The period, such as `RP1`.
  let period: String
  /// The rule that counts the days, such as `periodic-report`.
  let rule: String
  let title: String
  let on: Day
  /// The day on which the report itself is due.
  let reportOn: Day
  let isInternal: Bool
  /// The last day of the period.
  let periodEnd: Day
  /// How far the report has come.
  let state: PeriodState
}

extension AgendaContext {
  /// The days of the reports of all periods, by the rules of the programme.
  func reportDays() throws -> [ReportDay] {
    guard let due = book.rules.first(where: { $0.id == "periodic-report" }) else { return [] }
    let known = [
      ("internal-texts", "texts of the partners"),
      ("internal-financial", "financial drafts of the partners"),
      (due.id, "periodic report"),
    ]
    let hasFinal = book.rules.contains { $0.id == "final-report" }
    return try periods.flatMap { period -> [ReportDay] in
      let end = period.days(in: project).upperBound
      let reportOn = end.adding(days: try due.whole("days"))
      return try known.compactMap { id, title -> ReportDay? in
        guard let rule = book.rules.first(where: { $0.id == id }) else { return nil }
        let isLast = hasFinal && period == periods.last && id == due.id
        return ReportDay(
          period: period.name, rule: id, title: isLast ? "periodic and final report" : title,
          on: end.adding(days: try rule.whole("days")), reportOn: reportOn,
          isInternal: id != due.id, periodEnd: end, state: story.state(of: period))
      }
    }
  }
}
