extension Programme {
  private static let books = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, RuleBook(of: $0)) })

  /// The rules as the program has them, before a project states or changes a figure.
  package var ruleBook: RuleBook { Self.books[name] ?? RuleBook(of: self) }
}

extension RuleBook {
  /// The shape of the data file.
  private struct File: Decodable {
    let version: String
    let rules: [Rule]
  }

  /// The rules on effort that the programmes share.
  static let effortRules = Resource.decode(
    File.self, from: PackageResources.effort_rules_json, named: "effort-rules.json"
  ).rules

  /// The rules on how long data are kept, which the programmes share.
  static let retentionRules = Resource.decode(
    File.self, from: PackageResources.retention_rules_json, named: "retention-rules.json"
  ).rules

  /// The rules that the programmes share.
  static let sharedRules = effortRules + retentionRules

  /// Reads the rules of a programme; a scheme's come first.
  fileprivate init(of programme: Programme) {
    let scheme = programme.scheme
    let exchange = (scheme?.rules ?? []).map { ProgrammeFile($0).decoded(File.self) }
    let matching = scheme.map { ProgrammeFile($0.weights).decoded(File.self) }
    let reporting = programme.reporting.map { ProgrammeFile($0).decoded(File.self) }
    let countries = scheme.map { ProgrammeFile($0.countries).decoded(CountryList.self) }
    let exchangeRules = exchange.flatMap(\.rules)
    let own = exchangeRules + (matching?.rules ?? []) + (reporting?.rules ?? [])
    // What a programme says itself goes before what all share.
    let shared = Self.sharedRules.filter { rule in !own.contains { $0.id == rule.id } }
    let rules = (own + shared).map { rule in
      guard rule.id == Self.thresholdRule, let countries else { return rule }
      return rule.with(figures: countries.thresholds)
    }
    self.init(
      programme: programme.name, scheme: scheme?.name ?? "", currency: programme.currency,
      edition: exchange.first?.version ?? reporting?.version ?? "", countries: countries,
      exchangeCount: exchangeRules.count, stated: rules)
  }
}
