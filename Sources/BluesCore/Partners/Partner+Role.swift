internal import Basics
internal import Documents
internal import GRDB

extension Partner.Role {
  /// A role as grant tables of six languages write it: `Associated partner`, `Coordinator; beneficiary`,
  /// `Koordinator`; a partner without more words is a beneficiary.
  init?(listed text: String) {
    let words = Folding.folded(text)
    guard
      let role = Self.beginnings.first(where: { role in
        role.words.contains { words.hasPrefix($0) }
      })?.role
    else { return nil }
    self = role
  }

  /// How the words for each role begin, folded.
  private static let beginnings: [(role: Self, words: [String])] = [
    (.coordinator, ["coordin", "koordin", "koordyn", "lead partner"]),
    (.associated, ["associ", "asoci", "assozi", "stowarzysz", "pridruzen"]),
    (.beneficiary, ["benefici", "benefic", "begunstigt", "beneficjent", "prijemce", "partner"]),
  ]
}

extension Partner {
  /// The role by the two columns that grant tables have for it.
  ///
  /// A category says it in one word; the other may tell at length what a partner does, and names
  /// the coordinator. What says more than one word is kept beside.
  static func settleRole(
    _ partner: inout Partner, _ said: inout Changes, _ context: RecordContext
  ) throws {
    guard case .list = context.origin else { return }
    let texts = ["role", "category"].compactMap { name in
      said[name]?.last.map { (name: name, text: $0) }
    }
    guard !texts.isEmpty else { return }
    let roles = Dictionary(
      uniqueKeysWithValues: texts.map { ($0.name, Role(listed: $0.text)) })
    let (role, category) = (roles["role"] ?? nil, roles["category"] ?? nil)
    if role == .coordinator || category == .coordinator {
      partner.role = .coordinator
    } else if let stated = category ?? role {
      partner.role = stated
    } else {
      throw Refusal(
        texts[0].name, rule: "role", expected: "coordinator, beneficiary or associated")
    }
    let told = texts.filter { Role(rawValue: $0.text.asciiLowered) == nil }
      .map { ExtraCell(heading: $0.name, text: $0.text) }
    guard let extra = JSONText.object(told) else { return }
    said.extra = try String.fetchOne(
      context.db, sql: "SELECT json_patch(?, ?)", arguments: [said.extra ?? "{}", extra])
  }
}

extension Attribute where R == Partner {
  /// A column of grant tables that says the role in other words; `settleRole` reads it.
  static func passedOn(_ name: String, headings: String) -> Attribute {
    Attribute(
      name, "", headings: headings, kind: .text, uses: .column, cell: { _ in .empty },
      read: { _, _, _ in })
  }
}

extension Attribute {
  /// A country by its code, or by its name in one of the partners' languages.
  static func country(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, _ heading: String,
    _ help: String, headings: String, uses: AttributeUses = .all
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .country, uses: uses,
      cell: { .text(orEmpty: $0[keyPath: path]) },
      read: { texts, record, _ in
        let text = texts.last ?? ""
        guard let country = CountryCode(text) ?? CountryCode(spelled: text) else {
          throw Refusal(name, rule: "country", expected: "a country's name or code")
        }
        record[keyPath: path] = country.code
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(name, path))
  }
}
