internal import GRDB

/// A beneficiary of the grant: in BLUES, an organisation that runs a cluster.
package struct Partner: Sendable, Equatable {
  /// What a partner is in the consortium.
  package enum Role: String, Sendable, CaseIterable {
    case coordinator, beneficiary, associated
  }

  package let code: String
  package let name: String
  package let country: String?
  package let city: String?
  package let role: Role
  package let website: String?
  /// The work packages it leads, such as `WP3`.
  package let leads: [String]
  package let members: Int
  package let contacts: Int
}

extension Partner: FetchableRecord {
  init(row: Row) throws {
    code = row["code"]
    name = row["name"]
    country = row["country"]
    city = row["city"]
    role = Role(rawValue: row["role"]) ?? .beneficiary
    website = row["website"]
    leads = (row["leads"] as String?)?.split(separator: " ").map { "WP\($0)" } ?? []
    members = row["members"]
    contacts = row["contacts"]
  }

  static let selection = """
    SELECT partner.*,
           (SELECT group_concat(number, ' ')
            FROM (SELECT number FROM work_package
                  WHERE lead_id = partner.id ORDER BY number)) AS leads,
           (SELECT count(*) FROM membership WHERE partner_id = partner.id) AS members,
           (SELECT count(*) FROM contact WHERE partner_id = partner.id) AS contacts
    FROM partner
    """
}
