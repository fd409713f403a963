/// Everything that a host or visitor says of itself, besides who it is and who manages it.
package enum ProfileField: Int, Sendable, CaseIterable {
  case category, sectors, technologies, offers, seeks, languages
  case availableFrom, availableTo, preferredCountries, activities, capacity
  case motivation, cv, eccp, partnership, city, coordinates
  case assessment, assessedOn, assessmentNote

  /// The column of the profile's table.
  var column: String { Self.columns[rawValue] }

  private static let columns = [
    "category", "sectors", "technologies", "offers", "seeks", "languages", "available_from",
    "available_to", "preferred_countries", "activities", "capacity", "motivation", "cv", "eccp",
    "partnership", "city", "coordinates", "assessment", "assessed_on", "assessment_note",
  ]

  /// What lists and options call it.
  package var name: String { self == .category ? "type" : column }

  /// The rule that a cell breaks which cannot be read.
  package var rule: String {
    switch self {
    case .category: "category"
    case .availableFrom, .availableTo, .assessedOn: "date"
    case .preferredCountries: "country"
    case .activities: "activity"
    default: name
    }
  }

  /// What a cell of it holds; `-` under "CV" means no.
  var content: CellContent {
    switch self {
    case .availableFrom, .availableTo, .assessedOn: .day
    case .sectors, .technologies, .offers, .seeks, .languages, .activities, .capacity,
      .coordinates:
      .typed
    case .preferredCountries: .country
    case .category, .cv, .assessment: .name
    case .motivation, .eccp, .partnership, .city, .assessmentNote: .text
    }
  }

  /// What a cell of it may say, for those that are not free text.
  var expected: String {
    switch self {
    case .category:
      "cluster, support-organisation, sme, large-company, public-authority or training-provider"
    case .availableFrom, .availableTo, .assessedOn: "a date such as 2021-09-06"
    case .preferredCountries: "countries by name or code, such as FR; DE"
    case .activities: "kinds of activity of the scheme: \(ActivityWords.known)"
    case .capacity: "a whole number of visitors"
    case .cv: "yes or no"
    case .coordinates: "latitude and longitude in degrees, such as 43.6109,3.8772"
    case .assessment: "accepted or rejected"
    default: "a text"
    }
  }
}
