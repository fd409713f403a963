package import Basics
internal import GRDB

/// An organisation registered for exchanges, as a host or as a visitor.
package struct Profile: Sendable, Equatable {
  /// The side of an exchange an organisation takes.
  package enum Role: String, Sendable, CaseIterable, StoredValue {
    case host, visitor

    /// Roles in a sentence: `a host and a visitor`.
    package static func words(_ roles: [Role]) -> String {
      roles.map { "a \($0.rawValue)" }.joined(separator: " and ")
    }
  }

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
  package enum Assessment: String, Sendable, CaseIterable, StoredValue {
    case accepted, rejected
  }
}

extension Profile: FetchableRecord {
  init(row: Row) throws {
    organisation = try row.value("organisation_name")
    let id: Int64 = try row.value("organisation_id")
    organisationCode = "O\(RowID(id).running)"
    exportID = "\(organisationCode)@\(id >> 32)"
    country = try row.value("organisation_country")
    role = try row.value("role")
    category = try row.value("category")
    partner = try row.value("partner_code")
    sectors = try row.value("sectors")
    languages = try row.value("languages")
    offers = try row.value("offers")
    seeks = try row.value("seeks")
    availableFrom = try row.value("available_from")
    availableTo = try row.value("available_to")
    technologies = try row.value("technologies")
    activities = try row.value("activities")
    preferredCountries = try row.value("preferred_countries")
    motivation = try row.value("motivation")
    eccp = try row.value("eccp")
    partnership = try row.value("partnership")
    city = try row.value("city")
    coordinates = try row.value("coordinates")
    capacity = try row.value("capacity")
    hasCV = try row.value("cv")
    assessment = try row.value("assessment")
    assessedOn = try row.value("assessed_on")
    assessmentNote = try row.value("assessment_note")
    clusters = try row.words("clusters", separator: "\n")
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
