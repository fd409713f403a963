internal import Documents

extension ContactField {
  /// What the field is, as the help of its option says.
  package var help: String {
    switch self {
    case .organisation: "The organisation."
    case .name: "The person's full name."
    case .givenName: "The person's given name."
    case .familyName: "The person's family name."
    case .position: "The person's position."
    case .email: "The e-mail address."
    case .phone: "The telephone number."
    case .mobile: "The mobile number."
    case .fax: "The fax number."
    case .website: "The website."
    case .street: "Street and number."
    case .postcode: "The postcode."
    case .city: "The town."
    case .region: "The region."
    case .country: "The country, by code or name."
    case .language: "The language to write in."
    case .sector: "The sector it works in."
    case .note: "A remark."
    case .shortName: "The organisation's short name."
    case .organisationType: "What kind of organisation it is."
    case .vat: "The organisation's VAT number."
    case .pic: "The organisation's participant identification code."
    case .externalID: "The id that the sender's lists give it."
    case .iban: "The organisation's account."
    case .employees: "How many persons the organisation employs."
    case .turnover: "The organisation's yearly turnover, in euros."
    case .balanceTotal: "Its balance sheet total, in euros."
    case .basis:
      "Why it may be kept: \(LegalBasis.allCases.map(\.rawValue).joined(separator: ", "))."
    case .salutation: "How the person is addressed, such as Ms or Frau."
    case .title: "The person's title, such as Dr."
    case .optOut: "Whether, or since when, no mail is wanted."
    case .basisDate: "Since when, such as 2020-05-04."
    }
  }

  /// What its column of a list holds.
  var kind: ColumnKind {
    switch self {
    case .country: .country
    case .employees, .turnover, .balanceTotal: .figure
    case .basis: .words(of: LegalBasis.self)
    case .basisDate: .writtenDay
    default: .text
    }
  }

  /// The option without its dashes, such as `family-name`.
  package var option: String {
    key.split(separator: "_").joined(separator: "-")
  }
}
