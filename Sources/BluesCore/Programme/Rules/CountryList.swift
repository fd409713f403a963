package import Basics

/// The countries that take part in a scheme, with the lump sum thresholds of host countries.
struct CountryList: Sendable, Equatable, Decodable {
  let from: String
  let to: String
  let countries: [Entry]
  private let thresholdMark: Mark
  private let thresholdSources: [String]

  /// The keys of the data file.
  private enum CodingKeys: String, CodingKey {
    case from, to, countries
    case thresholdMark = "threshold_mark"
    case thresholdSources = "threshold_sources"
  }

  /// One country that takes part, with its lump sum.
  struct Entry: Sendable, Equatable, Decodable {
    let country: String
    let threshold: String
    /// The rule under which the Agency confirms each exchange.
    let confirm: String?
    let note: String?
    /// How sure the threshold is, where it is another than that of the list.
    let mark: Mark?
    let sources: [String]?
  }

  /// The threshold by country code, as the figures of one rule.
  var thresholds: [String: String] {
    Dictionary(uniqueKeysWithValues: countries.map { ($0.country, $0.threshold) })
  }

  /// How sure the threshold of a country is, and where it was read.
  func origin(of country: String) -> (mark: Mark, sources: [String]) {
    let entry = countries.first { $0.country == country }
    return (entry?.mark ?? thresholdMark, entry?.sources ?? thresholdSources)
  }

  /// The days on which its countries take part.
  var term: ClosedRange<Day>? {
    guard let first = Day(iso: from), let last = Day(iso: to), first <= last else { return nil }
    return first...last
  }

  func entry(of country: CountryCode, on day: Day) -> Entry? {
    guard term?.contains(day) == true else { return nil }
    return countries.first { $0.country == country.code }
  }
}

/// Whether organisations of a country may take part.
package enum Eligibility: Sendable, Equatable {
  case eligible
  /// Eligible, but the Agency is asked for each exchange.
  case toBeConfirmed(String, rule: String)
  case notEligible
}

extension RuleBook {
  /// The countries of the list in protocol order, the member states first.
  package var participatingCountries: [CountryCode] {
    (countries?.countries ?? []).map { CountryCode(unchecked: $0.country) }.sorted()
  }

  package func eligibility(of country: CountryCode, on day: Day) -> Eligibility {
    guard let entry = countries?.entry(of: country, on: day) else { return .notEligible }
    return entry.confirm.map { .toBeConfirmed(entry.note ?? "", rule: $0) } ?? .eligible
  }

  /// The most a visitor to the host country may receive; nil where none is set on that day.
  package func threshold(for country: CountryCode, on day: Day) -> Money? {
    guard countries?.entry(of: country, on: day) != nil,
      let rule = rules.first(where: { $0.id == Self.thresholdRule })
    else { return nil }
    return try? rule.money(country.code)
  }

  /// Where the threshold of a country is from: the project's reason, or mark and source.
  func origin(ofThreshold country: CountryCode) -> String {
    let changed = overrides.first { $0.rule == Self.thresholdRule && $0.figure == country.code }
    if let changed { return "changed by the project: \(changed.reason)" }
    guard let (mark, sources) = countries?.origin(of: country.code) else { return "unknown source" }
    let title = Source.cited(sources).last?.title ?? "unknown source"
    return "mark \(mark.rawValue), \(title)"
  }
}
