package import Basics
internal import GRDB

/// An organisation registered for exchanges, as a host or as a visitor.
package struct Profile: Sendable, Equatable {
  /// The side of an exchange an organisation takes.
  package enum Role: String, Sendable, CaseIterable { case host, visitor }

  package let organisation: String
  package let organisationCode: String
  package let country: String?
  package let role: Role
  /// What kind of organisation it is in the scheme, such as `sme`; empty when nobody said.
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
  /// The partners in whose clusters the organisation is a member.
  package internal(set) var clusters: [String] = []
  /// The organisation's id with the number of the file, by which an export comes in again.
  package internal(set) var exportID = ""

  /// What the managing partnership decided on a profile.
  package enum Assessment: String, Sendable, CaseIterable { case accepted, rejected }
}

extension Profile: FetchableRecord {
  init(row: Row) throws {
    organisation = row["organisation_name"]
    organisationCode = "O\(RowID(row["organisation_id"]).running)"
    let id: Int64 = row["organisation_id"]
    exportID = "\(organisationCode)@\(id >> 32)"
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
    partnership = row["partnership"]
    city = row["city"]
    coordinates = row["coordinates"]
    capacity = row["capacity"]
    hasCV = row["cv"]
    assessment = (row["assessment"] as String?).flatMap(Assessment.init(rawValue:))
    assessedOn = row["assessed_on"]
    assessmentNote = row["assessment_note"]
    clusters = (row["clusters"] as String?)?.split(separator: "\n").map(String.init) ?? []
  }

  static let selection = """
    SELECT profile.*, organisation.name AS organisation_name,
           organisation.country AS organisation_country, partner.code AS partner_code,
           (SELECT group_concat(code, char(10))
            FROM (SELECT member_of.code AS code
                  FROM membership JOIN partner AS member_of ON member_of.id = partner_id
                  WHERE membership.organisation_id = profile.organisation_id
                  ORDER BY member_of.code)) AS clusters
    FROM profile
    JOIN organisation ON organisation.id = profile.organisation_id
    LEFT JOIN partner ON partner.id = profile.managing_partner_id
    """
}
