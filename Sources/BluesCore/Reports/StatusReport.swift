internal import Basics
package import Documents

/// Where the project is on a day: late and next, each work package and partner, what changed.
package struct StatusReport: Report {
  package static let name = "status"
  package static let abstract =
    "Project status: what is late and next, each work package and partner, changes."
  package static let examples = [
    "blues report status",
    "blues report status -o status.html",
    "blues report status --at 2021-01-31 --format markdown",
    "blues report status --next 14 --json",
    "blues report status --since RP1.end",
    "blues report status --from RP1 --to RP2",
  ]
  package static let numbers = [
    ReportNumber(name: "next", help: "How many days ahead to look.", usual: 60, least: 0),
    ReportNumber(
      name: "changed", help: "How many days back to show changes.", usual: 30, least: 1),
  ]

  package static let days = [
    ReportDate(
      name: "since",
      help: "List every change since this day, by kind, in place of those of --changed.")
  ]

  package static let options = [
    ReportOption(
      name: "from", help: "With --to: the figures of two periods beside each other, such as RP1.",
      isNeeded: false),
    ReportOption(name: "to", help: "The later of the two periods, such as RP2.", isNeeded: false),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    if asked.texts["from"] != nil || asked.texts["to"] != nil {
      guard let from = asked.texts["from"], let to = asked.texts["to"] else {
        throw OnePeriodProblem()
      }
      return try PeriodComparison(store, from: from, to: to).document()
    }
    let next = asked.numbers["next"] ?? 0
    let changed = asked.numbers["changed"] ?? 1
    let since = asked.days["since"]
    let today = store.invocation.today
    let overview = try store.project.overview()
    let project = overview.project
    let programme = try Programme.of(project)
    let hasScheme = programme.scheme != nil
    let figures = try StatusFigures.fetch(
      store, changedFrom: since ?? today.adding(days: 1 - changed), upTo: today)
    let deliverables = try store.deliverables.all()
    let milestones = try store.milestones.all()
    var blocks: [Block] = [
      .facts(try facts(overview, today)),
      .section("Indicators"),
      .meters(
        (hasScheme ? [exchangeMeter(figures)] : []) + meters(figures, deliverables, milestones),
        key: "indicators"),
    ]
    let indicators = try store.indicators.all()
    if !indicators.isEmpty { blocks.append(.table(table(indicators))) }
    blocks += [
      .section("Late"),
      .table(table("late", items(deliverables, milestones) { $0.isLate }, "Nothing is late.")),
      .section("Next \(counted(next, "day"))"),
      .table(
        table(
          "next",
          items(deliverables, milestones) { standing in
            guard case .ahead(let days) = standing else { return false }
            return days <= next
          }, "Nothing is due.")),
      .section("Plan"),
    ]
    blocks += try store.planChart.blocks(today: today)
    blocks += try parts(deliverables, milestones)
    let risks = try store.risks.all()
    if !risks.isEmpty { blocks += [.section("Risks"), .table(table(risks))] }
    if hasScheme { blocks += [.section("Exchanges"), .table(exchanges(figures))] }
    blocks += try sharing()
    blocks += [
      .section("Contacts by partner and country"),
      .table(contacts(figures)),
    ]
    blocks +=
      since.map { [.section("Changed since \($0.spoken)"), .table(changesByKind(figures))] } ?? [
        .section("Changed in the last \(counted(changed, "day"))"), .table(changes(figures)),
      ] + leftOut(figures, since: today.adding(days: 1 - changed))
    return Document(
      schema: "blues.status/1", title: "\(project.acronym): status on \(today.spoken)",
      subtitle: subtitle(project, today), blocks: blocks)
  }

  private func subtitle(_ project: Project, _ today: Day) -> String {
    let place =
      switch project.month(of: today) {
      case nil: "before the start"
      case let month? where month > project.months: "after the end"
      case let month?: "project month M\(month) of \(project.months)"
      }
    let grant = project.grantNumber.map { ", grant \($0)" } ?? ""
    return "\(project.title)\(grant); \(place)"
  }

  private func facts(_ overview: ProjectDetails.Overview, _ today: Day) throws -> Facts {
    let project = overview.project
    let reports = try store.periods.standings().filter(\.state.isLocked)
      .map { "\($0.period.name) \($0.state.rawValue)" }
    let period = overview.periods.first { $0.days(in: project).contains(today) }
    let month = project.month(of: today).map { "M\($0)" }
    return Facts(
      [
        Fact("on", "On", .day(today)),
        Fact("project", "Project", .text(project.acronym)),
        Fact("month", "Project month", .text(orEmpty: month)),
        Fact("period", "Reporting period", .text(orEmpty: period?.name)),
      ] + (reports.isEmpty ? [] : [Fact("reports", "Reports", .list(reports))]) + [
        Fact("start", "Start", .day(project.start)),
        Fact("end", "End", .day(project.end)),
        Fact("days_left", "Days left", .integer(max(0, project.end - today))),
      ] + overview.background)
  }

  private func exchangeMeter(_ figures: StatusFigures) -> Meter {
    let counts = figures.exchangesByState
    func sum(_ holds: (Exchange.State) -> Bool) -> Int {
      counts.filter { holds($0.key) }.values.reduce(0, +)
    }
    return Meter(
      "Exchanges completed", value: sum(\.tookPlace), target: figures.targetExchanges,
      detail: "\(sum(\.isUnderWay)) under way, \(counts[.draft] ?? 0) drafted")
  }

  private func meters(
    _ figures: StatusFigures, _ deliverables: [Deliverable], _ milestones: [Milestone]
  ) -> [Meter] {
    let delivered = deliverables.count { $0.state == .submitted || $0.state == .accepted }
    let late = deliverables.count { $0.isLate }
    return [
      Meter(
        "Entities represented", value: figures.entities, target: figures.targetEntities,
        detail: "member organisations of the clusters"),
      Meter(
        "Deliverables submitted", value: delivered,
        target: deliverables.isEmpty ? nil : deliverables.count,
        detail: "\(late) late", tone: late > 0 ? .bad : .plain),
      Meter(
        "Milestones achieved", value: milestones.count { $0.achievedOn != nil },
        target: milestones.isEmpty ? nil : milestones.count,
        detail: "\(milestones.count { $0.standing.isLate }) late",
        tone: milestones.contains { $0.standing.isLate } ? .bad : .plain),
    ]
  }
}

extension Store {
  package var statusReport: StatusReport { StatusReport(store: self) }
}
