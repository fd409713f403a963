/// What can be known of a contact, in the order it is shown.
///
/// One list feeds adding, importing, listing and exporting, so they cannot disagree.
package enum ContactField: Int, CaseIterable, Sendable {
  case organisation, name, givenName, familyName, position, email, phone, mobile, fax, website
  case street, postcode, city, region, country, language, sector, note
  case shortName, organisationType, vat, pic, externalID

  /// The name in files and on the command line.
  package var key: String {
    switch self {
    case .givenName: "given_name"
    case .familyName: "family_name"
    case .shortName: "short_name"
    case .organisationType: "organisation_type"
    case .externalID: "id"
    default: "\(self)"
    }
  }

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
