internal import Basics

extension Organisations {
  /// A column and what is to be stored in it.
  typealias StoredText = (field: OrganisationField, value: String?)

  /// What is said of an organisation in its normal form, by the rules that lists are checked by.
  ///
  /// What was there before stands, also when it was only accepted. What stands though a rule speaks
  /// against it is told.
  ///
  /// - Throws: Where the name is taken away, the country is none, or a rule refuses a value.
  static func checked(
    _ draft: Draft, of known: Organisation? = nil, _ telling: (ContactCheck.Warning) -> Void
  ) throws -> [StoredText] {
    let said = draft.texts.mapValues { CellText.trimmed($0) }
    if said[.name]?.isEmpty == true {
      throw RecordProblem.cannotClear(option: "name", noun: "organisation")
    }
    var whole = ContactDraft()
    for field in OrganisationField.allCases {
      whole[field.ofContact] = said[field].map { $0.isEmpty ? nil : $0 } ?? known?[field]
    }
    if let country = said[.country], !country.isEmpty {
      whole[.country] = try CountryCode(parsing: country).code
    }
    let spared = OrganisationField.allCases.filter { said[$0] == nil }.map(\.ofContact)
    var check = ContactCheck(sparing: Set(spared))
    do throws(ContactCheck.Refusal) {
      for warning in try check.normalise(&whole) where !spared.contains(warning.field) {
        telling(warning)
      }
    } catch {
      throw ContactProblem.refused(
        field: error.field?.heading ?? "organisation", rule: error.rule, reason: error.reason)
    }
    return OrganisationField.allCases.filter { said[$0] != nil }.map { ($0, whole[$0.ofContact]) }
  }
}

extension Organisation {
  /// What is known of a field.
  subscript(field: OrganisationField) -> String? {
    switch field {
    case .name: name
    case .shortName: shortName
    case .country: country
    case .type: type
    case .vat: vat
    case .pic: pic
    case .iban: iban
    case .employees: employees
    case .turnover: turnover
    case .balanceTotal: balanceTotal
    }
  }
}
