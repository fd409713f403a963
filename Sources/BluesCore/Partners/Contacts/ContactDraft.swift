/// What is said of one contact before it is checked and stored.
package struct ContactDraft: Sendable, Equatable {
  private var values: [String?]
  /// Short name of the partner whose list it comes from.
  package var partner: String?
  /// Whose ids the sender's ids are: a source by name, a partner, or one file.
  package var scope = ""
  /// The list it is from, where the row itself names it.
  package var source: String?
  /// The contact that the row is, where it comes from an export of ours.
  package var own: Int64?
  /// Columns that blues has no field for, by heading.
  package var kept: [KeptCell] = []

  /// A cell of a column that blues has no field for.
  package struct KeptCell: Sendable, Equatable {
    package let heading: String
    package let text: String

    package init(heading: String, text: String) {
      self.heading = heading
      self.text = text
    }
  }

  package init() {
    values = Array(repeating: nil, count: ContactField.allCases.count)
  }

  package subscript(field: ContactField) -> String? {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }

  /// What a search looks at, in the order of the search index.
  static let searched: [ContactField] = [
    .name, .givenName, .familyName, .organisation, .shortName, .email, .city, .position,
    .sector, .phone, .note,
  ]

  /// A contact is somebody or something: one of these must be known.
  package var isNameless: Bool {
    self[.organisation] == nil && self[.name] == nil && self[.givenName] == nil
      && self[.familyName] == nil && self[.email] == nil
  }
}
