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
  }

  static let selection = """
    SELECT profile.*, organisation.name AS organisation_name,
           organisation.country AS organisation_country, partner.code AS partner_code
    FROM profile
    JOIN organisation ON organisation.id = profile.organisation_id
    LEFT JOIN partner ON partner.id = profile.managing_partner_id
    """
}
