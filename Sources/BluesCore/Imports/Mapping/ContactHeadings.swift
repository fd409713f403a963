internal import Basics

/// The headings that contact lists of the partners' countries use.
package enum ContactHeadings {
  package static let fields: [ImportField] = ContactField.allCases.map {
    ImportField($0.key, synonyms(of: $0) + ";" + programs(of: $0), content: $0.content)
  }

  /// The heading that may name a person or an organisation, in each language.
  private static let namesOfEither = ["name", "nom", "nombre", "jmeno"]

  /// Settles `name`, which is the organisation's where nothing else names one, and else the
  /// person's; beside a heading for one half of a person's name it is the other half.
  static func known(_ heading: String, among headings: [String]) -> String? {
    if ImportField.key(heading).isSame(as: ContactField.title.key) {
      let hasPosition = headings.contains { fields[ContactField.position.rawValue].answers(to: $0) }
      let isOwn = RoundTrip.isOne(headings) || headings.contains(ContactField.optOut.key)
      return hasPosition || isOwn ? ContactField.title.key : ContactField.position.key
    }
    // Polish address books mean the country by `Kraj/region`.
    if ImportField.key(heading).isSame(as: "krajregion"), heading.contains("(") {
      return ContactField.region.key
    }
    if ImportField.key(heading).isSame(as: "kraj"), QualifiedHeading.areCzech(headings) {
      return ContactField.region.key
    }
    guard namesOfEither.contains(ImportField.key(heading)) else { return nil }
    func has(_ field: ContactField) -> Bool {
      headings.contains { fields[field.rawValue].answers(to: $0) }
    }
    if has(.familyName) { return has(.givenName) ? nil : ContactField.givenName.key }
    if has(.givenName) { return ContactField.familyName.key }
    return has(.organisation) ? ContactField.name.key : ContactField.organisation.key
  }
}
