internal import Basics
package import Documents

/// The report of a beneficiary that leaves the consortium, up to its last day.
package struct LeavingReport: Report {
  package static let name = "leaving"
  package static let abstract =
    "The report of a partner that leaves: objectives, work, deviations, resources."
  package static let examples = [
    "blues report leaving NP", "blues report leaving NP -o np-leaves.html",
  ]
  package static let note: String? = """
    The last day is that of blues partner set NP --left-on. The texts are those of blues report text \
    template --partner NP --leaving.
    """
  package static let subjects = [
    ReportSubject(name: "partner", help: "The partner, such as NP.")
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  /// Of a partner that has left.
  package func isDue(_ asked: ReportRequest, in period: String) throws -> Bool {
    try store.partners.one(PartnerCode(asked.subjects["partner"] ?? "")).leftOn != nil
  }

  package func content(_ asked: ReportRequest) throws -> Document {
    let partner = try store.partners.one(PartnerCode(asked.subjects["partner"] ?? ""))
    let project = try store.project.overview().project
    let programme = try Programme.of(project)
    let today = store.invocation.today
    let first = partner.joinedOn ?? project.start
    let last = partner.leftOn ?? min(today, project.end)
    var blocks: [Block] = [
      .facts(
        Facts([
          Fact("grant_number", "Grant agreement", .text(orEmpty: project.grantNumber)),
          Fact("partner", "Beneficiary", .text(partner.code.text)),
          Fact("name", "Name", .text(partner.name)),
          Fact("from", "From", .day(first)), Fact("to", "To", .day(last)),
          Fact("left_on", "Left on", .day(orEmpty: partner.leftOn)),
          Fact("successor", "Successor", .text(orEmpty: partner.successor)),
        ]))
    ]
    if partner.leftOn == nil {
      blocks.append(
        .note(
          "\(partner.code) has not left: blues partner set \(quoted(partner.code.text)) "
            + "--left-on \(today)", .warning))
    }
    let asked = try store.reportTexts.asked(
      AskedTexts.Request(.leaving, partner: partner.code.text))
    let effort = try effort(partner, project)
    for section in try programme.reportSections().of(.leaving) {
      let items = asked.items.filter { $0.key.section == section.id }
      let content = try facts(of: section.id, partner, effort)
      guard !section.isOptional || !content.isEmpty || items.contains(where: { $0.text != nil })
      else { continue }
      blocks.append(.section(section.heading))
      for item in items {
        if section.workPackage != nil {
          blocks.append(
            .numbered(item.key.workPackage?.description ?? item.heading, level: 2))
        }
        if let text = item.text {
          blocks += ReportText.shown(text)
        } else if !section.isOptional {
          blocks.append(.missingText(item.key))
        }
      }
      blocks += content
    }
    blocks.append(.data("texts", .array(asked.items.map(Self.data))))
    return Document(
      schema: "blues.leaving-report/1",
      title: "\(project.acronym): report of \(partner.code) on leaving", subtitle: partner.name,
      blocks: blocks)
  }

  private static func data(_ item: AskedTexts.Item) -> JSONValue {
    .object([
      JSONMember("section", .string(item.key.section)),
      JSONMember("work_package", item.key.workPackage.map { .string($0.description) } ?? .null),
      JSONMember("text", item.text.map { .string($0) } ?? .null),
    ])
  }

  private func effort(_ partner: Partner, _ project: Project) throws -> [EffortRow] {
    try store.read { db in try EffortReport(store: store).rows(.pair, nil, project, db) }
      .filter { $0.partner == partner.code.text }
  }

  /// What the project knows for a section.
  private func facts(
    of section: String, _ partner: Partner, _ effort: [EffortRow]
  ) throws -> [Block] {
    switch section {
    case "leaving-work":
      let led = try store.deliverables.all().filter { $0.lead == partner.code.text }
      let shown = ["code", "title", "due_on", "state", "submitted_on", "standing"]
      return led.isEmpty
        ? []
        : [
          .table(
            Table(
              noun: "deliverables",
              fields: Deliverable.register.fields.filter { shown.contains($0.column.name) },
              rows: led), title: "Deliverables that it leads")
        ]
    case "leaving-resources":
      return effort.isEmpty
        ? []
        : [
          .table(
            PackageProgress.table("person_months", effort, packages: true, isWhole: true),
            title: "Person-months")
        ]
    default: return []
    }
  }
}

extension Store {
  package var leavingReport: LeavingReport { LeavingReport(store: self) }
}
