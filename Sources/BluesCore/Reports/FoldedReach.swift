extension StatusFigures.Reach {
  /// How many countries of a partner a page has.
  private static let mostCountries = 10

  /// The same counts with the countries of a partner that have the fewest contacts in one row, where
  /// it has many: nobody reads a page with a row for each.
  static func folded(_ reach: [Self]) -> [Self] {
    var rows: [Self] = []
    var rest = reach[...]
    while let first = rest.first {
      let own = rest.prefix { $0.partner == first.partner }
      rest = rest.dropFirst(own.count)
      // One row for two countries saves nothing.
      guard own.count > mostCountries + 1 else {
        rows += own
        continue
      }
      let known = own.filter { !$0.country.isEmpty }
      let ranked = known.sorted { ($1.contacts, $0.country) < ($0.contacts, $1.country) }
      let shown = Set(ranked.prefix(mostCountries).map(\.country))
      let others = known.filter { !shown.contains($0.country) }
      rows += known.filter { shown.contains($0.country) }
      if !others.isEmpty {
        rows.append(
          Self(
            partner: first.partner, country: "\(others.count) others",
            organisations: others.reduce(0) { $0 + $1.organisations },
            contacts: others.reduce(0) { $0 + $1.contacts }))
      }
      rows += own.filter(\.country.isEmpty)
    }
    return rows
  }
}
