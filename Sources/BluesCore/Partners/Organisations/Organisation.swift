internal import GRDB

/// A legal entity: a member of a cluster, a host, a visitor.
package struct Organisation: Sendable, Equatable {
  package let id: RowID
  package let name: String
  package let shortName: String?
  package let country: String?
  package let type: String?
  package let vat: String?
  package let pic: String?
  package let iban: String?
  /// Figures as they were written: persons employed, and euros where no currency stands there.
  package let employees: String?
  package let turnover: String?
  package let balanceTotal: String?
  /// The partners in whose clusters it is a member.
  package let clusters: [String]
  package let contacts: Int

  /// The id people see and type, such as `O4`.
  package var code: String { "O\(id.running)" }
  /// The id with the number of the file, by which an export comes in again.
  var exportID: String { "\(code)@\(id.value >> 32)" }
}

extension Organisation: FetchableRecord {
  init(row: Row) throws {
    id = RowID(try row.value("id"))
    name = try row.value("name")
    shortName = try row.value("short_name")
    country = try row.value("country")
    type = try row.value("type")
    vat = try row.value("vat")
    pic = try row.value("pic")
    iban = try row.value("iban")
    employees = try row.value("employees")
    turnover = try row.value("turnover")
    balanceTotal = try row.value("balance_total")
    clusters = try row.words("clusters", separator: "\n")
    contacts = try row.value("contacts")
  }

  static let selection = """
    SELECT organisation.*,
           (SELECT group_concat(code, char(10))
            FROM (SELECT partner.code AS code
                  FROM membership JOIN partner ON partner.id = partner_id
                  WHERE membership.organisation_id = organisation.id
                  ORDER BY partner.code)) AS clusters,
           (SELECT count(*) FROM contact
            WHERE contact.organisation_id = organisation.id) AS contacts
    FROM organisation
    """
}
