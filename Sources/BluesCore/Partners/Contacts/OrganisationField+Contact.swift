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
