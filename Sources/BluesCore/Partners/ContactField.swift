/// What can be known of a contact, in the order it is shown.
///
/// One list feeds adding, importing, listing and exporting, so they cannot disagree.
package enum ContactField: Int, CaseIterable, Sendable {
  case organisation, name, givenName, familyName, position, email, phone, mobile, fax, website
  case street, postcode, city, region, country, language, sector, note
  case shortName, organisationType, vat, pic, externalID

  /// The names in files and on the command line, in the order of the cases.
  package static let keys = [
    "organisation", "name", "given_name", "family_name", "position", "email", "phone", "mobile",
    "fax", "website", "street", "postcode", "city", "region", "country", "language", "sector",
    "note", "short_name", "organisation_type", "vat", "pic", "id",
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
    }
  }

  /// Whether it is kept with the organisation rather than with the contact.
  var isOfOrganisation: Bool {
    switch self {
    case .organisation, .shortName, .organisationType, .vat, .pic: true
    default: false
    }
  }

  package init?(key: String) {
    guard let field = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = field
  }
}
