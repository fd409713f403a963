internal import Basics
internal import Documents

extension StatusReport {
  /// A deliverable or a milestone, as far as the status asks.
  struct Item {
    let code: String
    let title: String
    let leads: [String]
    let dueOn: Day
    let standing: Standing

    static let fields: [Field<Item>] = [
      Field("code", "No", rank: .key) { .text($0.code) },
      Field("title", "Title", rank: .main) { .text($0.title) },
      Field("lead", "Lead") {
        .text(orEmpty: $0.leads.isEmpty ? nil : $0.leads.joined(separator: "; "))
      },
      Field("leads", "Leads", shown: false) { .list($0.leads) },
      Field("due_on", "Due on") { .day($0.dueOn) },
      Field("standing", "Standing") { $0.standing.cell },
      Field("late", "Late", shown: false) { .flag($0.standing.isLate) },
      Field("days_late", "Days late", shown: false) {
        $0.standing.daysLate.map { .integer($0) } ?? .empty
      },
    ]
  }

  func items(
    _ deliverables: [Deliverable], _ milestones: [Milestone], where fits: (Standing) -> Bool
  ) -> [Item] {
    let owed = deliverables.filter { fits($0.standing) }.map { item in
      Item(
        code: item.code.description, title: item.title, leads: [item.lead].compactMap(\.self),
        dueOn: item.dueOn, standing: item.standing)
    }
    let ahead = milestones.filter { fits($0.standing) }.map { item in
      Item(
        code: item.code.description, title: item.title, leads: item.leads, dueOn: item.dueOn,
        standing: item.standing)
    }
    return (owed + ahead).enumerated()
      .sorted { ($0.element.dueOn, $0.offset) < ($1.element.dueOn, $1.offset) }
      .map(\.element)
  }

  func table(_ noun: String, _ items: [Item], _ emptySentence: String) -> Table {
    Table(noun: noun, emptySentence: emptySentence, fields: Item.fields, rows: items)
  }

  func exchanges(_ figures: StatusFigures) -> Table {
    let rows = Exchange.State.allCases.compactMap { state in
      figures.exchangesByState[state].map { (state, $0) }
    }
    return Table(
      noun: "exchanges",
      emptySentence: "No exchanges yet. Plan one with `blues exchange propose`.",
      fields: [
        Field("state", "State") { .state($0.0.rawValue, $0.0.tone) },
        Field("number", "Exchanges") { .integer($0.1) },
      ], rows: rows)
  }

  func contacts(_ figures: StatusFigures) -> Table {
    Table(
      noun: "contacts",
      emptySentence: "No contacts yet. Add some with `blues partner contact import FILE`.",
      fields: [
        Field("partner", "Partner") { .text($0.partner.isEmpty ? "none" : $0.partner) },
        Field("country", "Country") { .text($0.country.isEmpty ? "unknown" : $0.country) },
        Field("organisations", "Organisations") { .integer($0.organisations) },
        Field("contacts", "Contacts") { .integer($0.contacts) },
      ], rows: StatusFigures.Reach.folded(figures.reach))
  }

  func changes(_ figures: StatusFigures) -> Table {
    let days = store.invocation.days
    return Table(
      noun: "changes", emptySentence: "Nothing was changed.",
      fields: [
        Field("on", "On") { .day(orEmpty: days.day($0.at)) },
        Field("who", "Who") { .text($0.who) },
        Field("what", "What") { .text($0.summary) },
      ], rows: Array(figures.changes.prefix(Self.shownChanges)))
  }

  /// The changes that a page has at most.
  private static let shownChanges = 20

  /// That there are more changes than the page has, and how they are listed.
  func leftOut(_ figures: StatusFigures, since day: Day) -> [Block] {
    let count = figures.changes.count
    guard count > Self.shownChanges else { return [] }
    return [
      .note(
        "The last \(Self.shownChanges) of \(count) changes: blues report status --since \(day) "
          + "lists all.", .plain)
    ]
  }
}
