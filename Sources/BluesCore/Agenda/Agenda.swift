internal import Basics

/// What is late and what is due next, over everything that has a day.
package struct Agenda: Sendable {
  /// The kinds of things that have a day, in the order in which those of one day are listed.
  static let sources: [any AgendaSource.Type] = [
    ReportAgenda.self, DeliverableAgenda.self, MilestoneAgenda.self, ReviewAgenda.self,
    ExchangeAgenda.self, ActionAgenda.self, ActivityAgenda.self, LabelAgenda.self, RiskAgenda.self,
    RetentionAgenda.self, ShareAgenda.self,
  ]

  let store: Store

  /// Which part of the agenda is wanted.
  package struct Request: Sendable {
    /// How many days to look ahead; nil for everything.
    package var days: Int?
    /// The partner that owes it; nil for all.
    package var partner: PartnerCode?

    package init(days: Int? = Agenda.usualDays, partner: PartnerCode? = nil) {
      self.days = days
      self.partner = partner
    }
  }

  package static let usualDays = 30

  /// What is late and due, the latest first, then what is due soonest.
  ///
  /// - Throws: `RecordProblem.unknown` for a partner that is not there.
  package func items(_ request: Request = Request()) throws -> [AgendaItem] {
    if let partner = request.partner {
      _ = try store.read { try Partner.id(partner.text, in: $0) }
    }
    let context = try AgendaContext(store)
    let copy = try store.read { try PartnersCopy($0) }
    let open = try Self.sources.flatMap { try $0.items(context) }.map { item in
      copy.map { item.offered(by: $0) } ?? item
    }.filter { item in
      request.partner.map(item.debtor.includes) != false
        && request.days.map(item.isDue(within:)) != false
    }
    // Sorting is not stable by promise; the order of the sources decides between equals.
    return open.enumerated()
      .sorted { ($0.element.dueOn, $0.offset) < ($1.element.dueOn, $1.offset) }
      .map(\.element)
  }

  /// What is said where nothing is late or due.
  package static func nothing(_ request: Request) -> String {
    let whose = request.partner.map { " for \($0)" } ?? ""
    guard let days = request.days else { return "Nothing is open\(whose)." }
    return "Nothing is late, and nothing is due in the next \(counted(days, "day"))\(whose)."
  }
}

extension Store {
  package var agenda: Agenda { Agenda(store: self) }
}
