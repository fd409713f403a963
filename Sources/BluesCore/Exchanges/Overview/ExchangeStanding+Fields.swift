package import Documents

extension ExchangeStanding {
  /// The fields of the exchange, and where it stands.
  package static let fields: [Field<ExchangeStanding>] =
    Exchange.fields.map { field in field.of { $0.exchange } } + [
      Field("countries", "Countries", shown: false) { .text(orEmpty: $0.exchange.countries) },
      Field("visitor_category", "Visitor is", shown: false) {
        .text($0.exchange.visitorCategory)
      },
      Field("host_category", "Host is", shown: false) { .text($0.exchange.hostCategory) },
      Field("next", "Next") { .text(orEmpty: $0.exchange.next?.verb) },
      Field("missing", "Lacks") { .list($0.missing) },
      Field("overdue", "Overdue") { standing in
        standing.overdue.map { .state("\($0.step.verb) since \($0.due)", .bad) } ?? .empty
      },
    ]
}

extension Exchange {
  /// The two countries, the visitor's first: `ES-DE`; nil while one is not known.
  package var countries: String? {
    guard let visitorCountry, let hostCountry else { return nil }
    return "\(visitorCountry)-\(hostCountry)"
  }
}
