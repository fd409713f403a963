/// What can be known of a contact, in the order it is shown.
///
/// One list feeds adding, importing, listing and exporting, so they cannot disagree.
package enum ContactField: Int, CaseIterable, Sendable {
  case organisation, name, givenName, familyName, position, email, phone, mobile, fax, website
  case street, postcode, city, region, country, language, sector, note
  case shortName, organisationType, vat, pic, externalID
  case iban, employees, turnover, balanceTotal, basis, basisDate
  case salutation, title, optOut

  /// The names in files and on the command line, in the order of the cases.
  package static let keys = [
    "organisation", "name", "given_name", "family_name", "position", "email", "phone", "mobile",
    "fax", "website", "street", "postcode", "city", "region", "country", "language", "sector",
    "note", "short_name", "organisation_type", "vat", "pic", "id", "iban", "employees", "turnover",
    "balance_total", "basis", "basis_date", "salutation", "title", "opt_out",
  ]

  package var key: String { Self.keys[rawValue] }

  package var heading: String {
    switch self {
    case .organisation: "Organisation"
    case .name: "Name"
    case .givenName: "Given name"
    case .familyName: "Family name"
    case .position: "Position"
    case .email: "E-mail"
    case .phone: "Phone"
    case .mobile: "Mobile"
    case .fax: "Fax"
    case .website: "Website"
    case .street: "Street"
    case .postcode: "Postcode"
    case .city: "City"
    case .region: "Region"
    case .country: "Country"
    case .language: "Language"
    case .sector: "Sector"
    case .note: "Note"
    case .shortName: "Short name"
    case .organisationType: "Organisation type"
    case .vat: "VAT number"
    case .pic: "PIC"
    case .externalID: "Sender's id"
    case .iban: "IBAN"
    case .employees: "Employees"
    case .turnover: "Turnover"
    case .balanceTotal: "Balance sheet total"
    case .basis: "Legal basis"
    case .basisDate: "Legal basis since"
    case .salutation: "Salutation"
    case .title: "Title"
    case .optOut: "Opt-out"
    }
  }

  /// What a cell of it holds.
  var content: CellContent {
    switch self {
    case .email, .phone, .mobile, .fax, .website, .postcode, .language, .vat, .pic, .iban,
      .employees, .turnover, .balanceTotal, .basis:
      .typed
    case .basisDate: .day
    case .country: .country
    default: .text
    }
  }

  /// Whether it is kept with the organisation rather than with the contact.
  var isOfOrganisation: Bool {
    switch self {
    case .organisation, .shortName, .organisationType, .vat, .pic, .iban, .employees, .turnover,
      .balanceTotal:
      true
    default: false
    }
  }

  /// What is kept of an organisation beside its name and country, in the order it is stored.
  static let facts = allCases.filter { $0.isOfOrganisation && $0 != .organisation }

  /// The column of a fact in the table of organisations.
  var factColumn: String { self == .organisationType ? "type" : key }

  /// The fields of the first layout, over all of which stored digests run, said or not.
  ///
  /// A later field counts only where a row says it, so that a list of old does not look changed.
  static let first = allCases.filter { $0.rawValue <= ContactField.externalID.rawValue }
  static let later = allCases.filter { $0.rawValue > ContactField.externalID.rawValue }

  package init?(key: String) {
    guard let field = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = field
  }
}
