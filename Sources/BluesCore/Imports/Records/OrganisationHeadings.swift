/// The headings that lists of organisations use: those of contact lists, for the same fields.
enum OrganisationHeadings {
  static let fields: [ImportField] =
    OrganisationField.allCases.map { field in
      let own = field == .name ? "organisation;" : ""
      return ImportField(
        field.rawValue, own + ContactHeadings.synonyms(of: field.ofContact),
        isRequired: field == .name, content: field.ofContact.content)
    } + [ImportField("cluster", ProfileHeadings.cluster, content: .name), RoundTrip.id]
}

extension OrganisationField {
  /// The field of a contact list that says the same.
  var ofContact: ContactField {
    switch self {
    case .name: .organisation
    case .shortName: .shortName
    case .country: .country
    case .type: .organisationType
    case .vat: .vat
    case .pic: .pic
    case .iban: .iban
    case .employees: .employees
    case .turnover: .turnover
    case .balanceTotal: .balanceTotal
    }
  }
}
