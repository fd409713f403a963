internal import GRDB

/// An organisation registered for exchanges, as a host or as a visitor.
package struct Profile: Sendable, Equatable {
  /// The side of an exchange an organisation takes.
  package enum Role: String, Sendable, CaseIterable { case host, visitor }

  package let organisation: String
  package let organisationCode: String
  package let country: String?
  package let role: Role
  /// What kind of organisation it is in the scheme, such as `sme`.
  package let category: String
  /// The partner that manages it.
  package let partner: String?
  package let sectors: String?
  package let languages: String?
  package let offers: String?
  package let seeks: String?
  package let availableFrom: Day?
  package let availableTo: Day?
  package let technologies: String?
  /// The kinds of activity it wishes for.
  package let activities: String?
  package let preferredCountries: String?
  package let motivation: String?
  /// The partner of this project in whose cluster it is a member.
  package let cluster: String?
  /// The cluster with a profile on ECCP that it belongs to, where it is another.
  package let eccp: String?
  /// The managing partnership, when it is another than this project's.
  package let partnership: String?
  package let city: String?
  /// Latitude and longitude in degrees: `43.6109,3.8772`.
  package let coordinates: String?
  /// How many visitors a host takes in all.
  package let capacity: Int?
  /// Whether a CV was handed in.
  package let hasCV: Bool
  package let assessment: Assessment?
  package let assessedOn: Day?
  package let assessmentNote: String?

  /// What the managing partnership decided on a profile.
  package enum Assessment: String, Sendable, CaseIterable { case accepted, rejected }
}

extension Profile: FetchableRecord {
  init(row: Row) throws {
    organisation = row["organisation_name"]
    organisationCode = "O\(RowID(row["organisation_id"]).running)"
    country = row["organisation_country"]
    role = Role(rawValue: row["role"]) ?? .host
    category = row["category"]
    partner = row["partner_code"]
    sectors = row["sectors"]
    languages = row["languages"]
    offers = row["offers"]
    seeks = row["seeks"]
    availableFrom = row["available_from"]
    availableTo = row["available_to"]
    technologies = row["technologies"]
    activities = row["activities"]
    preferredCountries = row["preferred_countries"]
    motivation = row["motivation"]
    eccp = row["eccp"]
    cluster = row["cluster_code"]
    partnership = row["partnership"]
    city = row["city"]
    coordinates = row["coordinates"]
    capacity = row["capacity"]
    hasCV = row["cv"]
    assessment = (row["assessment"] as String?).flatMap(Assessment.init(rawValue:))
    assessedOn = row["assessed_on"]
    assessmentNote = row["assessment_note"]
  }

  static let selection = """
    SELECT profile.*, organisation.name AS organisation_name,
           organisation.country AS organisation_country, partner.code AS partner_code,
           (SELECT min(code) FROM membership JOIN partner ON partner.id = membership.partner_id
            WHERE membership.organisation_id = profile.organisation_id) AS cluster_code
    FROM profile
    JOIN organisation ON organisation.id = profile.organisation_id
    LEFT JOIN partner ON partner.id = profile.managing_partner_id
    """
}
