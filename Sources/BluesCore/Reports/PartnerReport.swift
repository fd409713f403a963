internal import Basics
package import Documents

/// A page of one partner, ready to mail: what it owes, what it leads, its exchanges and people.
package struct PartnerReport: Report {
  package static let name = "partner"
  package static let abstract =
    "A page of one partner: what it owes and leads, its exchanges, papers, contacts and risks."
  package static let examples = [
    "blues report partner NP",
    "blues report partner NP -o np.html",
    "blues report partner ZINNAE --next 90 --format markdown",
  ]
  package static let numbers = [
    ReportNumber(name: "next", help: "How many days ahead to look.", usual: 60, least: 0)
  ]
  package static let subjects = [
    ReportSubject(name: "partner", help: "The partner, such as ZINNAE.")
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let next = asked.numbers["next"] ?? 0
    let partner = try store.partners.one(PartnerCode(asked.subjects["partner"] ?? ""))
    let today = store.invocation.today
    let project = try store.project.overview().project
    let owed = try store.agenda.items(Agenda.Request(days: next, partner: partner.code))
    let late = owed.filter(\.standing.isLate)
    var blocks: [Block] = [
      .facts(try facts(partner, late: late.count)),
      .section("Late"), .table(Self.agenda("late", late, "Nothing is late.")),
      .section("Next \(counted(next, "day"))"),
      .table(Self.agenda("next", owed.filter { !$0.standing.isLate }, "Nothing is due.")),
      .section("Leads"), .table(try leads(partner)),
    ]
    if try Programme.of(project).scheme != nil { blocks += try exchanges(partner) }
    blocks += [
      .section("Contacts by country"), .table(try contacts(partner)),
      .section("Risks it watches"), .table(try risks(partner)),
    ]
    return Document(
      schema: "blues.partner-report/1",
      title: "\(project.acronym): \(partner.code) on \(today.spoken)", subtitle: partner.name,
      blocks: blocks)
  }

  private func facts(_ partner: Partner, late: Int) throws -> Facts {
    Facts([
      Fact("on", "On", .day(store.invocation.today)),
      Fact("partner", "Partner", .text(partner.code.text)),
      Fact("name", "Name", .text(partner.name)),
      Fact("role", "Role", .text(partner.role.rawValue)),
      Fact("country", "Country", .text(orEmpty: partner.country)),
      Fact("late_items", "Late", .integer(late, late == 0 ? .good : .bad)),
      Fact("members", "Member organisations", .integer(partner.members)),
      Fact("contacts_number", "Contacts", .integer(partner.contacts)),
    ])
  }

  /// The columns of the agenda that a page about one partner needs.
  private static func agenda(_ noun: String, _ items: [AgendaItem], _ empty: String) -> Table {
    Table(
      noun: noun, emptySentence: empty,
      fields: AgendaItem.fields.filter { field in
        ["code", "kind", "due_on", "standing", "days_late", "what", "lacks"].contains(
          field.column.name)
      }, rows: items)
  }

  /// Something that a partner leads.
  private struct Led {
    let code: String
    let title: String
    let until: Day
    let standing: Cell
  }

  private func leads(_ partner: Partner) throws -> Table {
    let isLed = { (lead: String?) in lead == partner.code.text }
    let packages = try store.workPackages.all().filter { isLed($0.lead) }.map { item in
      Led(
        code: item.code.description, title: item.title, until: item.endsOn,
        standing: item.late == 0
          ? .empty : .state("\(counted(item.late, "deliverable")) late", .bad))
    }
    let tasks = try store.tasks.all().filter { isLed($0.lead) }.map { item in
      Led(code: item.code.description, title: item.title, until: item.endsOn, standing: .empty)
    }
    let deliverables = try store.deliverables.all().filter { isLed($0.lead) }.map { item in
      Led(
        code: item.code.description, title: item.title, until: item.dueOn,
        standing: item.standing.cell)
    }
    let milestones = try store.milestones.all().filter { $0.leads.contains { isLed($0) } }
      .map { item in
        Led(
          code: item.code.description, title: item.title, until: item.dueOn,
          standing: item.standing.cell)
      }
    return Table(
      noun: "leads", emptySentence: "Nothing.",
      fields: [
        Field("code", "No", rank: .key) { .text($0.code) },
        Field("title", "Title", rank: .main) { .text($0.title) },
        Field("until", "Until") { .day($0.until) },
        Field("standing", "Standing") { $0.standing },
      ], rows: packages + tasks + deliverables + milestones)
  }

  /// The exchanges of visitors and hosts that the partner manages, and their missing papers.
  private func exchanges(_ partner: Partner) throws -> [Block] {
    let isOwn = { (code: String?) in code == partner.code.text }
    let standings = try store.exchanges.standings().filter {
      isOwn($0.exchange.visitorPartner) || isOwn($0.exchange.hostPartner)
    }
    let own = Set(standings.filter { isOwn($0.exchange.visitorPartner) }.map(\.exchange.code))
    let missing = try store.papers.missing().filter {
      $0.isNext && own.contains($0.paper.exchange)
    }
    let shown = ["code", "visitor", "host", "first_day", "state", "next", "overdue"]
    return [
      .section("Exchanges of its visitors and hosts"),
      .table(
        Table(
          noun: "exchanges", emptySentence: "No exchanges yet.",
          fields: ExchangeStanding.fields.filter { shown.contains($0.column.name) },
          rows: standings)),
      .section("Papers that the next steps lack"),
      .table(
        Table(
          noun: "missing", emptySentence: "No paper is missing.",
          fields: Papers.missingFields.filter {
            ["exchange", "kind", "step", "lack"].contains($0.column.name)
          }, rows: missing)),
    ]
  }

  private func contacts(_ partner: Partner) throws -> Table {
    let reach = try store.read { try ReachCount.fetch($0) }
      .filter { $0.partner == partner.code.text }
    return Table(
      noun: "contacts", emptySentence: "No contacts yet.",
      fields: [
        Field("country", "Country") { .text($0.country.isEmpty ? "unknown" : $0.country) },
        Field("organisations", "Organisations") { .integer($0.organisations) },
        Field("contacts", "Contacts") { .integer($0.contacts) },
      ], rows: StatusFigures.Reach.folded(reach))
  }

  private func risks(_ partner: Partner) throws -> Table {
    let owned = try store.risks.all().filter {
      $0.state != .closed && $0.owner == partner.code.text
    }
    let shown = ["code", "title", "score", "state", "state_on"]
    return Table(
      noun: "risks", emptySentence: "None.",
      fields: Risk.register.fields.filter { shown.contains($0.column.name) }, rows: owned)
  }
}

extension Store {
  package var partnerReport: PartnerReport { PartnerReport(store: self) }
}
