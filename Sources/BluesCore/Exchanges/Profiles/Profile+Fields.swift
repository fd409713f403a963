package import Documents

extension Profile {
  package static let fields: [Field<Profile>] =
    named + [
      Field("category", "Category", "Its category in the scheme, such as sme.") {
        .text(orEmpty: $0.category.isEmpty ? nil : $0.category)
      },
      Field(
        "partner", "Managed by", "The partner that manages it.", kind: .form("partner"),
        rank: .minor
      ) {
        .text(orEmpty: $0.partner)
      },
    ] + told + [
      Field(
        "clusters", "Clusters", "The partners in whose clusters it is a member.",
        kind: .listOf("partner"), shown: false
      ) { profile in
        profile.clusters.isEmpty ? .empty : .list(profile.clusters)
      }
    ]

  /// The fields in the order and under the names that an import of the list takes, which a
  /// workbook has as its headings.
  package static let exported: [Field<Profile>] = imported.map { field in
    Field(field.column.name, field.column.name, alignment: field.column.alignment, cell: field.cell)
  }

  private static let imported: [Field<Profile>] =
    [
      Field("role", "Role") { .text($0.role.rawValue) },
      Field("organisation", "Organisation") { .text($0.organisation) },
      Field("country", "Country") { .text(orEmpty: $0.country) },
      Field("type", "Type") { .text(orEmpty: $0.category.isEmpty ? nil : $0.category) },
      // An import gives a profile to the partner of its cluster when nobody is named.
      Field("partner", "Managed by") { profile in
        let isNobody = profile.partnership == nil && !profile.clusters.isEmpty
        return .text(orEmpty: profile.partner ?? (isNobody ? "none" : nil))
      },
    ] + told + [
      Field("blues_id", "Id") { .text($0.exportID) },
      Field("cluster", "Cluster") { profile in
        .text(orEmpty: profile.clusters.isEmpty ? nil : profile.clusters.joined(separator: "; "))
      },
    ]

  private static let named: [Field<Profile>] = [
    Field("organisation", "Organisation", "The organisation.") { .text($0.organisation) },
    Field("organisation_code", "Id", "The id of the organisation, such as O4.", rank: .key) {
      .text($0.organisationCode)
    },
    Field("country", "Country", "The country it is registered in.", kind: .country) {
      .text(orEmpty: $0.country)
    },
    Field("role", "Role", "The side of an exchange it takes.", kind: .words(of: Role.self)) {
      .text($0.role.rawValue)
    },
  ]

  /// What it says of itself, and what was decided on it.
  private static let told: [Field<Profile>] = [
    Field("sectors", "Sectors", ProfileField.sectors.help, rank: .minor) {
      .text(orEmpty: $0.sectors)
    },
    Field("technologies", "Technologies", ProfileField.technologies.help, shown: false) {
      .text(orEmpty: $0.technologies)
    },
    Field("languages", "Languages", ProfileField.languages.help, shown: false) {
      .text(orEmpty: $0.languages)
    },
    Field("offers", "Offers", ProfileField.offers.help, shown: false) { .text(orEmpty: $0.offers) },
    Field("seeks", "Seeks", ProfileField.seeks.help, shown: false) { .text(orEmpty: $0.seeks) },
    Field("available_from", "From", ProfileField.availableFrom.help, kind: .day) {
      .day(orEmpty: $0.availableFrom)
    },
    Field("available_to", "To", ProfileField.availableTo.help, kind: .day) {
      .day(orEmpty: $0.availableTo)
    },
    Field(
      "preferred_countries", "Prefers", ProfileField.preferredCountries.help, kind: .countries,
      shown: false
    ) {
      .text(orEmpty: $0.preferredCountries)
    },
    Field("activities", "Activities", ProfileField.activities.help, shown: false) {
      .text(orEmpty: $0.activities)
    },
    Field(
      "capacity", "Takes in", ProfileField.capacity.help, kind: .number, alignment: .trailing,
      shown: false
    ) { profile in
      profile.capacity.map { .integer($0) } ?? .empty
    },
    Field("city", "City", ProfileField.city.help, shown: false) { .text(orEmpty: $0.city) },
    Field("coordinates", "Coordinates", ProfileField.coordinates.help, shown: false) {
      .text(orEmpty: $0.coordinates)
    },
    Field("motivation", "Motivation", ProfileField.motivation.help, shown: false) {
      .text(orEmpty: $0.motivation)
    },
    Field("cv", "CV", ProfileField.cv.help, kind: .flag, shown: false) { .flag($0.hasCV) },
    Field("eccp", "On ECCP", ProfileField.eccp.help, shown: false) { .text(orEmpty: $0.eccp) },
    Field("partnership", "Partnership", ProfileField.partnership.help, shown: false) {
      .text(orEmpty: $0.partnership)
    },
    Field(
      "assessment", "Assessment", ProfileField.assessment.help, kind: .words(of: Assessment.self),
      shown: false
    ) { .text(orEmpty: $0.assessment?.rawValue) },
    Field("assessed_on", "Assessed on", ProfileField.assessedOn.help, kind: .day, shown: false) {
      .day(orEmpty: $0.assessedOn)
    },
    Field("assessment_note", "Because", ProfileField.assessmentNote.help, shown: false) {
      .text(orEmpty: $0.assessmentNote)
    },
  ]
}
