package import Documents

extension Exchange {
  package static let fields: [Field<Exchange>] = [
    Field("code", "No", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.code.description)
    },
    Field("visitor", "Visitor", "The organisation that visits.", rank: .main) { .text($0.visitor) },
    Field(
      "visitor_country", "From", "The country of the visitor.", kind: .country, rank: .minor
    ) {
      .text(orEmpty: $0.visitorCountry)
    },
    Field("host", "Host", "The organisation that is visited.") { .text($0.host) },
    Field(
      "host_country", "To", "The country of the host.", kind: .country, rank: .minor
    ) {
      .text(orEmpty: $0.hostCountry)
    },
    Field("first_day", "First day", "The first day at the host.", kind: .day) { .day($0.firstDay) },
    Field("last_day", "Last day", "The last day at the host.", kind: .day) { .day($0.lastDay) },
    Field(
      "mode", "Mode", "Whether the visitor travels.", kind: .words(of: Mode.self), rank: .minor
    ) {
      .text($0.mode.rawValue)
    },
    Field("state", "State", "How far it has come.", kind: .words(of: State.self)) {
      .state($0.state.rawValue, $0.state.tone)
    },
    Field(
      "partner", "Managed by", "The partner that manages the visitor.", kind: .form("partner"),
      rank: .minor
    ) { .text(orEmpty: $0.visitorPartner) },
    Field(
      "host_partner", "Host's partner", "The partner that manages the host.",
      kind: .form("partner"), shown: false
    ) { .text(orEmpty: $0.hostPartner) },
    Field(
      "rule_book", "Rule book", "The edition of the rules that it was agreed under.", shown: false
    ) { .text(orEmpty: $0.ruleBook) },
    Field("approvals", "Approved", "The rules that the Agency waived for it.", shown: false) {
      .text(orEmpty: $0.approvals)
    },
    Field(
      "group", "Group", "The number that the exchanges of one group share.", kind: .number,
      shown: false
    ) { $0.group.map { .integer($0) } ?? .empty },
    Field(
      "counts_for_us", "Counts for us", "Whether it counts towards the targets of this project.",
      kind: .flag, shown: false
    ) { .flag($0.countsForUs) },
    Field(
      "visitor_partnership", "Visitor managed by",
      "The managing partnership of the visitor, where it is another one.", shown: false
    ) {
      .text(orEmpty: $0.visitorPartnership)
    },
    Field("goals", "Goals", "What host and visitor want to achieve.", shown: false) {
      .text(orEmpty: $0.goals)
    },
    Field("agenda", "Agenda", "What is done on which day.", shown: false) {
      .text(orEmpty: $0.agenda)
    },
    Field(
      "distance_km", "Kilometres", "Whole kilometres between the organisations.", kind: .number,
      shown: false
    ) {
      $0.distance.map { .integer($0) } ?? .empty
    },
    Field(
      "agreed", "Agreed", "The lump sum of the financial agreement.", kind: .amount, shown: false
    ) { .money(orEmpty: $0.agreed) },
    Field("paid", "Paid", "What was paid.", kind: .amount, shown: false) {
      .money(orEmpty: $0.paid)
    },
    Field(
      "bank_reference", "Bank's reference", "The reference of the payment at the bank.",
      shown: false
    ) {
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
