/// What can be said of an organisation besides its memberships; the raw value is its column.
package enum OrganisationField: String, CaseIterable, Sendable {
  case name, country, type, vat, pic, iban, employees, turnover
  case shortName = "short_name"
  case balanceTotal = "balance_total"

  /// What the field is, as the help of its option says.
  package var help: String {
    switch self {
    case .name: "Its name."
    case .shortName: "Its short name."
    case .country: "The country it is registered in, by code or name."
    case .type: "What kind of organisation it is."
    case .vat: "Its VAT number."
    case .pic: "Its participant identification code."
    case .iban: "Its account."
    case .employees: "How many persons it employs."
    case .turnover: "Its yearly turnover, in euros."
    case .balanceTotal: "Its balance sheet total, in euros."
    }
  }

  /// The option without its dashes.
  package var option: String { rawValue.split(separator: "_").joined(separator: "-") }
}
