/// What is said of one contact before it is checked and stored.
package struct ContactDraft: Sendable, Equatable {
  /// The texts of the fields, empty where nothing is said.
  private var values: [String]
  /// A bit for each field of which something is said: most rows say little, and are asked much.
  private var said: UInt64 = 0
  /// Short name of the partner whose list it comes from.
  package var partner: String?
  /// Whose ids the sender's ids are: a source by name, a partner, or one file.
  package var scope = ""
  /// The list it is from, where the row itself names it.
  package var source: String?
  /// The contact that the row is, where it comes from an export of ours.
  package var own: Int64?
  /// Columns that blues has no field for, by heading.
  package var kept: [ExtraCell] = []

  package init() {
    values = Array(repeating: "", count: ContactField.allCases.count)
  }

  package subscript(field: ContactField) -> String? {
    get { said & Self.bit(field.rawValue) == 0 ? nil : values[field.rawValue] }
    set {
      values[field.rawValue] = newValue ?? ""
      if newValue == nil {
        said &= ~Self.bit(field.rawValue)
      } else {
        said |= Self.bit(field.rawValue)
      }
    }
  }

  /// Whether anything is said of a field.
  func says(_ field: ContactField) -> Bool { said & Self.bit(field.rawValue) != 0 }

  private static func bit(_ index: Int) -> UInt64 { 1 &<< UInt64(index) }

  /// Takes back all that is said, so that the next row needs no draft of its own.
  mutating func clear() {
    while said != 0 {
      values[said.trailingZeroBitCount] = ""
      said &= said &- 1
    }
    (partner, source, own, scope, kept) = (nil, nil, nil, "", [])
  }

  /// Whether so little is said that the row may be blank, or one that adds up the others.
  var mayAddUp: Bool {
    !says(.email) && !says(.phone) && !says(.website) && !says(.street) && !says(.familyName)
  }

  /// The same with every text as a list's cell would be, and the fields of which nothing is left.
  var trimmed: (draft: ContactDraft, blanks: [ContactField]) {
    var draft = self
    var blanks: [ContactField] = []
    for field in ContactField.allCases {
      guard let text = self[field].map({ CellText.trimmed($0) }) else { continue }
      draft[field] = text
      if text.isEmpty { blanks.append(field) }
    }
    return (draft, blanks)
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
