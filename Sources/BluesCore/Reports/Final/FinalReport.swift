internal import Basics
package import Documents

/// The additions of the final report: the results of the whole action, indicators beside their targets,
/// all periods, and who received support.
package struct FinalReport: Report {
  package static let name = "final"
  package static let abstract =
    "The final report: the whole action, indicators against targets, all periods, its texts."
  package static let examples = [
    "blues report final", "blues report final -o final.html", "blues report final --json",
  ]
  package static let note: String? = """
    It goes with the technical report of the last period. Its texts are those of blues report text \
    edit final-results and the other sections that begin with final-.
    """

  package let store: Store

  package init(store: Store) { self.store = store }

  /// With the report of the last period.
  package func isDue(_ asked: ReportRequest, in period: String) throws -> Bool {
    try store.periods.all().last?.name == period
  }

  package func content(_ asked: ReportRequest) throws -> Document {
    let project = try store.project.overview().project
    let programme = try Programme.of(project)
    let periods = try store.periods.all()
    let amendments = try store.project.overview().amendments
    let partners = try store.partners.all()
    var blocks: [Block] = [
      .facts(
        Facts([
          Fact("grant_number", "Grant agreement", .text(orEmpty: project.grantNumber)),
          Fact("project", "Acronym", .text(project.acronym)),
          Fact("title", "Title", .text(project.title)),
          Fact("programme", "Programme", .text(programme.name)),
          Fact("start", "Start", .day(project.start)), Fact("end", "End", .day(project.end)),
          Fact("months", "Duration in months", .integer(project.months)),
          Fact("periods", "Reporting periods", .list(periods.map(\.name))),
          Fact("amendments", "Amendments", .integer(amendments.count)),
          Fact("partners", "Beneficiaries", .list(partners.map(\.code.text))),
        ]))
    ]
    blocks += try texts(programme)
    blocks += [
      .section("Indicators and targets"), .table(try indicators()),
      .section("Plan of the whole action"), .table(try plan()),
    ]
    let effort = try effort(project)
    if !effort.isEmpty {
      blocks += [
        .section("Person-months of the whole action"),
        .table(PackageProgress.table("person_months", effort, packages: true, isWhole: true)),
      ]
    }
    if programme.categories != nil { blocks += try money(periods) }
    if programme.scheme != nil { blocks += try exchanges() }
    return Document(
      schema: "blues.final-report/1", title: "\(project.acronym): final report",
      subtitle: "\(project.start.spoken) to \(project.end.spoken)", blocks: blocks)
  }

  /// The texts of the final report, or what writes those that are missing.
  private func texts(_ programme: Programme) throws -> [Block] {
    let texts = Dictionary(
      uniqueKeysWithValues: try store.reportTexts.all().map { ($0.key, $0.text) })
    return try programme.reportSections().of(.final).flatMap { section -> [Block] in
      let key = ReportTextKey(section.id)
      let text = texts[key]
      return [.section(section.heading)]
        + (text.map { ReportText.shown($0) } ?? [.missingText(key)])
        + [.data(section.id.replacing("-", with: "_"), text.map { .string($0) } ?? .null)]
    }
  }

  private func indicators() throws -> Table {
    let shown = ["code", "title", "unit", "baseline", "target", "value", "share", "standing"]
    return Table(
      noun: "indicators", emptySentence: "No indicators.",
      fields: Indicator.register.fields.filter { shown.contains($0.column.name) },
      rows: try store.indicators.all())
  }

  /// What was owed and what was done, in counts.
  private struct Owed {
    let what: String
    let owed: Int
    let done: Int
    let late: Int
  }

  private func plan() throws -> Table {
    let deliverables = try store.deliverables.all()
    let milestones = try store.milestones.all()
    let sent = deliverables.filter { $0.state == .submitted || $0.state == .accepted }
    let reached = milestones.filter { $0.achievedOn != nil }
    return Table(
      noun: "plan",
      fields: [
        Field("what", "What", rank: .key) { .text($0.what) },
        Field("planned", "Planned") { .integer($0.owed) },
        Field("done", "Done") { .integer($0.done) },
        Field("done_late", "Of these late") { .integer($0.late) },
        Field("open", "Open") { row in
          .integer(row.owed - row.done, row.owed == row.done ? .plain : .bad)
        },
      ],
      rows: [
        Owed(
          what: "Deliverables", owed: deliverables.count, done: sent.count,
          late: sent.count { item in item.submittedOn.map { $0 > item.dueOn } ?? false }),
        Owed(
          what: "Milestones", owed: milestones.count, done: reached.count,
          late: reached.count { item in item.achievedOn.map { $0 > item.dueOn } ?? false }),
      ])
  }

  private func effort(_ project: Project) throws -> [EffortRow] {
    try store.read { db in try EffortReport(store: store).rows(.pair, nil, project, db) }
  }

  private func exchanges() throws -> [Block] {
    let held = try store.exchanges.all().filter(\.state.tookPlace)
    let target = try store.ruleFigures.book().target(.exchanges)
    return [
      .section("Exchanges of the whole action"),
      .meters([Meter("Exchanges held", value: held.count, target: target)], key: "exchange_meter"),
      .table(ExchangeBlocks.pairs(held)),
    ]
  }
}

extension Store {
  package var finalReport: FinalReport { FinalReport(store: self) }
}
