/// What keeps a host and a visitor apart, however well they fit.
package enum MatchFilter: String, Sendable, CaseIterable {
  case sameOrganisation = "same-organisation"
  case countryUnknown = "country-unknown"
  case countriesDiffer = "countries-differ"
  case eligibleCountry = "eligible-country"
  case visitorCategory = "visitor-category"
  case assessment
  case window
  case oneFundedVisit = "one-funded-visit"
  case pairKnown = "pair-known"
  case capacity
}

/// Some of the filters, in the order they are told.
struct MatchBlocks: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ filter: MatchFilter) {
    rawValue = 1 << UInt16(MatchFilter.allCases.firstIndex(of: filter) ?? 0)
  }

  var filters: [MatchFilter] { MatchFilter.allCases.filter { contains(MatchBlocks($0)) } }
}
