package import Documents

extension Profile {
  package static let fields: [Field<Profile>] =
    [
      Field("organisation", "Organisation") { .text($0.organisation) },
      Field("organisation_code", "Id") { .text($0.organisationCode) },
      Field("country", "Country") { .text(orEmpty: $0.country) },
      Field("role", "Role") { .text($0.role.rawValue) },
      Field("category", "Category") { .text($0.category) },
      Field("partner", "Managed by") { .text(orEmpty: $0.partner) },
      Field("sectors", "Sectors") { .text(orEmpty: $0.sectors) },
      Field("languages", "Languages", shown: false) { .text(orEmpty: $0.languages) },
      Field("offers", "Offers", shown: false) { .text(orEmpty: $0.offers) },
      Field("seeks", "Seeks", shown: false) { .text(orEmpty: $0.seeks) },
      Field("available_from", "From") { .day(orEmpty: $0.availableFrom) },
      Field("available_to", "To") { .day(orEmpty: $0.availableTo) },
    ] + registered

  /// What else the scheme registers, and what was decided.
  private static let registered: [Field<Profile>] = [
    Field("technologies", "Technologies", shown: false) { .text(orEmpty: $0.technologies) },
    Field("activities", "Activities", shown: false) { .text(orEmpty: $0.activities) },
    Field("preferred_countries", "Prefers", shown: false) { .text(orEmpty: $0.preferredCountries) },
    Field("capacity", "Capacity", shown: false) { $0.capacity.map { .integer($0) } ?? .empty },
    Field("city", "City", shown: false) { .text(orEmpty: $0.city) },
    Field("coordinates", "Coordinates", shown: false) { .text(orEmpty: $0.coordinates) },
    Field("cluster", "Member of", shown: false) { .text(orEmpty: $0.cluster) },
    Field("eccp", "Cluster on ECCP", shown: false) { .text(orEmpty: $0.eccp) },
    Field("partnership", "Other partnership", shown: false) { .text(orEmpty: $0.partnership) },
    Field("motivation", "Motivation", shown: false) { .text(orEmpty: $0.motivation) },
    Field("cv", "CV", shown: false) { .flag($0.hasCV) },
    Field("assessment", "Assessment") { .text(orEmpty: $0.assessment?.rawValue) },
    Field("assessed_on", "Assessed on", shown: false) { .day(orEmpty: $0.assessedOn) },
    Field("assessment_note", "Because", shown: false) { .text(orEmpty: $0.assessmentNote) },
  ]

  /// The columns of an export that the import takes again.
  package static let listed: [Field<Profile>] = [
    Field("role", "role") { .text($0.role.rawValue) },
    Field("organisation", "organisation") { .text($0.organisation) },
    Field("country", "country") { .text(orEmpty: $0.country) },
    Field("type", "type") { .text($0.category) },
    Field("sectors", "sectors") { .text(orEmpty: $0.sectors) },
    Field("technologies", "technologies") { .text(orEmpty: $0.technologies) },
    Field("offers", "offers") { .text(orEmpty: $0.offers) },
    Field("seeks", "seeks") { .text(orEmpty: $0.seeks) },
    Field("languages", "languages") { .text(orEmpty: $0.languages) },
    Field("available_from", "available_from") { .day(orEmpty: $0.availableFrom) },
    Field("available_to", "available_to") { .day(orEmpty: $0.availableTo) },
    Field("capacity", "capacity") { $0.capacity.map { .integer($0) } ?? .empty },
    Field("partner", "partner") { .text(orEmpty: $0.partner) },
    Field("preferred_countries", "preferred_countries") {
      .text(orEmpty: $0.preferredCountries)
    },
    Field("city", "city") { .text(orEmpty: $0.city) },
    Field("coordinates", "coordinates") { .text(orEmpty: $0.coordinates) },
    Field("activities", "activities") { .text(orEmpty: $0.activities) },
    Field("eccp", "eccp") { .text(orEmpty: $0.eccp) },
    Field("partnership", "partnership") { .text(orEmpty: $0.partnership) },
    Field("motivation", "motivation") { .text(orEmpty: $0.motivation) },
    Field("cv", "cv") { .text($0.hasCV ? "yes" : "no") },
  ]
}
