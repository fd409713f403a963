/// What a card tells of a contact, in the order of the columns that its rows have.
///
/// The keys are those of contacts wherever they are imported and exported.
package enum CardField: Int, CaseIterable, Sendable {
  case organisation, name, givenName, familyName, position, email, phone, mobile, fax, website
  case street, postcode, city, region, country, language, note
  /// Lines of the card that no other field took, unfolded, one to a line.
  case vcard

  package static let keys = [
    "organisation", "name", "given_name", "family_name", "position", "email", "phone", "mobile",
    "fax", "website", "street", "postcode", "city", "region", "country", "language", "note",
    "vcard",
  ]

  /// What several values of one field are joined by.
  static let joint = Array("; ".utf8)
}

/// A value for each field, in UTF-8; an empty one is none.
struct CardRecord: Equatable {
  private var values = [[UInt8]](repeating: [], count: CardField.allCases.count)

  subscript(field: CardField) -> [UInt8] {
    get { values[field.rawValue] }
    // In place: a card may join thousands of values in one field.
    _modify { yield &values[field.rawValue] }
  }

  /// Adds one more value of a field.
  mutating func join(_ value: [UInt8], to field: CardField) {
    if value.isEmpty { return }
    self[field] += self[field].isEmpty ? value : CardField.joint + value
  }
}
