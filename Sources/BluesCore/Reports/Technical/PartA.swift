internal import Basics
internal import Documents

/// Part A of the technical report: the tables of the Agency's portal, in its order and columns.
struct PartA {
  let context: TechnicalContext

  init(_ context: TechnicalContext) { self.context = context }

  func blocks() throws -> [Block] {
    let store = context.store
    let risks = try store.risks.all()
    let states = try store.riskStates.all(in: context.period.name)
    var blocks: [Block] = [.facts(try cover())]
    blocks += [.section("Publishable summary")] + summary()
    blocks += [
      .section("Deliverables"), .table(deliverables()),
      .section("Milestones"), .table(milestones()),
      .section("Critical risks, foreseen"),
      .table(table("foreseen_risks", risks.filter { $0.kind == .foreseen })),
      .section("Unforeseen risks"),
      .table(table("unforeseen_risks", risks.filter { $0.kind == .unforeseen })),
      .section("State of play of the risks"), .table(table(states)),
    ]
    if let missing = states.first(where: \.isMissing) {
      blocks.append(
        .note(
          "A state of play is missing: blues workpackage risk state \(missing.risk) "
            + "--period \(context.period.name) --mitigated yes --occurred no", .warning))
    }
    blocks += [
      .section("Dissemination and communication by type"), .table(try activityCounts()),
      .section("Dissemination and communication activities"), .table(try activities()),
      .section("Indicators"), .table(try indicators()),
      .section("Person-months"), .table(personMonths()),
    ]
    return blocks
  }

  /// The fields of the cover page.
  private func cover() throws -> Facts {
    let (project, days) = (context.project, context.days)
    let coordinator = context.partners.first { $0.role == .coordinator }
    let amendments = try context.store.project.overview().amendments
    return Facts([
      Fact("grant_number", "Grant agreement", .text(orEmpty: project.grantNumber)),
      Fact("project", "Acronym", .text(project.acronym)),
      Fact("title", "Title", .text(project.title)),
      Fact("programme", "Programme", .text(context.programme.name)),
      Fact("start", "Start", .day(project.start)),
      Fact("months", "Duration in months", .integer(project.months)),
      Fact("period", "Reporting period", .text(context.period.name)),
      Fact("from", "From", .day(days.lowerBound)),
      Fact("to", "To", .day(days.upperBound)),
      Fact("annex_of", "Latest change of the plan", .day(orEmpty: amendments.last?.madeOn)),
      Fact("coordinator", "Coordinator", .text(orEmpty: coordinator?.name)),
      Fact("website", "Website", coordinator?.website.map { .link($0) } ?? .empty),
      Fact(
        "version", "State of the data",
        .text(
          "\(try context.store.periods.standing(context.period.name).state.rawValue), "
            + "as known on \(context.store.invocation.today.spoken)")),
    ])
  }

  /// The three parts of the summary for the public.
  private func summary() -> [Block] {
    context.sections.of(.periodic).filter { $0.number == nil }.flatMap { section -> [Block] in
      let key = ReportTextKey(section.id, period: context.period.name)
      let text = context.text(section.id)
      return [.numbered(section.heading, level: 3)]
        + (text.map { ReportText.shown($0) } ?? [.missingText(key)])
        + [.data(section.id.replacing("-", with: "_"), text.map { .string($0) } ?? .null)]
    }
  }

  private func deliverables() -> Table {
    Table(
      noun: "deliverables", emptySentence: "No deliverables.",
      fields: [
        Field("work_package", "WP", rank: .key) { .integer($0.code.workPackage.number) },
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Title", rank: .main) { .text($0.title) },
        Field("lead", "Lead") { .text(orEmpty: $0.lead) },
        Field("type", "Type") { .text(orEmpty: $0.type) },
        Field("level", "Level") { .text(orEmpty: $0.level) },
        Field("due", "Due month") { .text($0.due.text) },
        Field("due_on", "Due on") { .day($0.dueOn) },
        Field("submitted_on", "Submitted") { .day(orEmpty: $0.submittedOn) },
        Field("state", "Status") { item in
          item.isLate ? .state("overdue", .bad) : .text(item.state.rawValue)
        },
        Field("decided_on", "Decided") { .day(orEmpty: $0.decidedOn) },
        Field("comments", "Comments") { .text(orEmpty: $0.justification) },
      ], rows: context.deliverables)
  }

  private func milestones() -> Table {
    Table(
      noun: "milestones", emptySentence: "No milestones.",
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Title", rank: .main) { .text($0.title) },
        Field("work_packages", "WPs") { .list($0.workPackages.map(\.description)) },
        Field("lead", "Lead") { .list($0.leads) },
        Field("due_on", "Due on") { .day($0.dueOn) },
        Field("verification", "Means of verification") { .text(orEmpty: $0.verification) },
        Field("achieved", "Achieved") { .flag($0.achievedOn != nil) },
        Field("achieved_on", "Achieved on") { .day(orEmpty: $0.achievedOn) },
        Field("forecast_on", "Forecast") { .day(orEmpty: $0.forecastOn) },
      ], rows: context.milestones)
  }

  private func table(_ noun: String, _ risks: [Risk]) -> Table {
    Table(
      noun: noun, emptySentence: "None.",
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Description", rank: .main) { .text($0.title) },
        Field("work_packages", "WPs") { .list($0.workPackages.map(\.description)) },
        Field("mitigation", "Proposed mitigation") { .text(orEmpty: $0.mitigation) },
      ], rows: risks)
  }

  private func table(_ states: [RiskState]) -> Table {
    Table(
      noun: "risk_states", emptySentence: "No risk needs a state in this period.",
      fields: [
        Field("code", "No", rank: .key) { .text($0.risk.description) },
        Field("period", "Period") { .text($0.period) },
        Field("mitigated", "Mitigated") {
          $0.mitigated.map { .text($0.rawValue) } ?? .state("missing", .warning)
        },
        Field("occurred", "Materialised") {
          $0.occurred.map { .text($0.rawValue) } ?? .state("missing", .warning)
        },
        Field("note", "Comments", rank: .main) { .text(orEmpty: $0.note) },
      ], rows: states)
  }
}
