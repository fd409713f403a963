package import Documents

extension Exchange {
  package static let fields: [Field<Exchange>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("visitor", "Visitor") { .text($0.visitor) },
    Field("visitor_country", "From") { .text(orEmpty: $0.visitorCountry) },
    Field("host", "Host") { .text($0.host) },
    Field("host_country", "To") { .text(orEmpty: $0.hostCountry) },
    Field("first_day", "First day") { .day($0.firstDay) },
    Field("last_day", "Last day") { .day($0.lastDay) },
    Field("mode", "Mode") { .text($0.mode.rawValue) },
    Field("state", "State") { .state($0.state.rawValue, $0.state.tone) },
    Field("partner", "Managed by") { .text(orEmpty: $0.visitorPartner) },
    Field("host_partner", "Host's partner", shown: false) { .text(orEmpty: $0.hostPartner) },
    Field("rule_book", "Rule book", shown: false) { .text(orEmpty: $0.ruleBook) },
    Field("approvals", "Approved", shown: false) { .text(orEmpty: $0.approvals) },
    Field("group", "Group", shown: false) { $0.group.map { .integer($0) } ?? .empty },
    Field("counts_for_us", "Counts for us", shown: false) { .flag($0.countsForUs) },
    Field("visitor_partnership", "Visitor managed by", shown: false) {
      .text(orEmpty: $0.visitorPartnership)
    },
    Field("goals", "Goals", shown: false) { .text(orEmpty: $0.goals) },
    Field("agenda", "Agenda", shown: false) { .text(orEmpty: $0.agenda) },
    Field("distance_km", "Kilometres", shown: false) {
      $0.distance.map { .integer($0) } ?? .empty
    },
    Field("agreed", "Agreed", shown: false) { .money(orEmpty: $0.agreed) },
    Field("paid", "Paid", shown: false) { .money(orEmpty: $0.paid) },
    Field("bank_reference", "Bank's reference", shown: false) {
      .text(orEmpty: $0.bankReference)
    },
  ]
}

extension Exchange.State {
  package var tone: Tone {
    if tookPlace { return .good }
    return isExit ? .muted : .plain
  }
}

extension ExchangeStep {
  package static let fields: [Field<ExchangeStep>] = [
    Field("on", "On") { .day($0.on) },
    Field("state", "State") { .text($0.state.rawValue) },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}

extension Cell {
  /// An amount, or nothing.
  static func money(orEmpty amount: Money?) -> Cell {
    amount.map { .money(cents: Int($0.cents), currency: $0.currency.code) } ?? .empty
  }
}
