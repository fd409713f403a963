package import Documents

extension ExchangeStanding {
  /// The fields of the exchange, and where it stands.
  package static let fields: [Field<ExchangeStanding>] =
    Exchange.fields.map { field in field.of { $0.exchange } } + [
      Field(
        "countries", "Countries", "The two countries, the visitor's first, such as ES-DE.",
        shown: false
      ) { .text(orEmpty: $0.exchange.countries) },
      Field(
        "visitor_category", "Visitor is", "What the visitor is in the scheme, such as sme.",
        shown: false
      ) {
        .text($0.exchange.visitorCategory)
      },
      Field(
        "host_category", "Host is", "What the host is in the scheme, such as cluster.", shown: false
      ) { .text($0.exchange.hostCategory) },
      Field("next", "Next", "The verb that comes next.", rank: .minor) {
        .text(orEmpty: $0.exchange.next?.verb)
      },
      Field("missing", "Lacks", "The papers that the next step lacks.", kind: .list) {
        .list($0.missing)
      },
      Field("overdue", "Overdue", "The verb that is overdue, and since when.", rank: .usual) {
        standing in
        standing.overdue.map { .state("\($0.step.verb) since \($0.due)", .bad) } ?? .empty
      },
      Field("late", "Late", "Whether something is overdue.", kind: .flag, shown: false) {
        .flag($0.overdue != nil)
      },
      Field(
        "days_late", "Days late", "How many days it is overdue.", kind: .number, shown: false
      ) { $0.overdue.map { .integer($0.days) } ?? .empty },
    ]
}

extension Exchange {
  /// The two countries, the visitor's first: `ES-DE`; nil while one is not known.
  package var countries: String? {
    guard let visitorCountry, let hostCountry else { return nil }
    return "\(visitorCountry)-\(hostCountry)"
  }
}
