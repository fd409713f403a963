internal import Basics

/// Headings that say a field in more words than it has: `Kontakt-E-Mail`, `Umsatz (EUR)`,
/// `NIF/CIF`, `Mitarbeiterzahl (2020)`.
struct LooseHeading {
  /// What each heading comes to without the words that say nothing of the field.
  private let fields: [String: String]
  /// Whether rows have a contact, whom a heading may speak of.
  private let haveContacts: Bool

  init(_ fields: [ImportField], haveContacts: Bool) {
    self.haveContacts = haveContacts
    var known: [String: Set<String>] = [:]
    for field in fields {
      for heading in field.headings.flatMap(\.words) + [field.name] {
        let (words, _) = Self.bare(heading)
        let key = words.joined()
        if key.utf8.count >= Self.leastKey { known[key, default: []].insert(field.name) }
      }
    }
    // What two fields come to says neither.
    self.fields = known.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The field of a heading; nil where its parts say several, or one of them says none.
  func field(of heading: String) -> String? {
    let parts = heading.split { "/()[]|,;*:".contains($0) }.map { Self.bare(String($0)) }
    let isOfContact = parts.contains(where: \.isOfContact)
    let found = Set(parts.map(\.words).filter { !$0.isEmpty }.map { field(of: $0, isOfContact) })
    guard found.count == 1, let field = found.first else { return nil }
    return field
  }

  private func field(of words: [String], _ isOfContact: Bool) -> String? {
    let key = words.joined()
    guard isOfContact else { return fields[key] }
    guard haveContacts else { return nil }
    if Self.names.contains(key) { return ContactField.name.key }
    return fields[key].flatMap { Self.ofPersons.contains($0) ? $0 : nil }
  }

  /// The words of a part that say which field it is, and whether others say that it is a contact's.
  private static func bare(_ part: String) -> (words: [String], isOfContact: Bool) {
    let words = Folding.folded(part).utf8.split { !($0.isAlphanumeric || $0 >= 0x80) }
      .map { String(decoding: $0, as: UTF8.self) }
    let left = words.filter { word in
      !small.contains(word) && !remarks.contains(word) && !contacts.contains(word) && !isYear(word)
    }
    return (left, words.contains(where: contacts.contains))
  }

  /// Shorter ones may be short for anything.
  private static let leastKey = 3

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && word.utf8.allSatisfy(\.isDigit)
      && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  /// Fields that a contact may have by the word before or behind them.
  private static let ofPersons = Set(
    [ContactField.name, .givenName, .familyName, .email, .phone, .mobile, .fax, .position]
      .map(\.key))

  private static let names: Set<String> = [
    "name", "nom", "nomprenom", "nombre", "nombreapellidos", "jmeno", "jmenoprijmeni",
    "imienazwisko", "vornachname", "vornamenachname",
  ]

  /// Words for the contact, and for where he works.
  private static let contacts = set(
    """
    contact contacts contacto contactos kontakt kontakte kontaktu kontaktni kontaktowy kontaktowa
    kontaktowego kontaktowe kontaktperson ansprechpartner ansprechpartnerin ansprechperson person
    personne persona osoba osoby osobe responsable geschaftl geschaftlich dienstl dienstlich buro
    bureau office oficina biuro kancelar zentrale centralita centrala ustredna
    """)

  /// Units, and what is counted; thousands and other currencies are none of these.
  private static let remarks = set(
    """
    eur euro euros € etp fte vza sede sitz siege registered optional facultatif opcional
    """)

  private static let small = set(
    """
    of the an der die das den dem im de del des du la le les el und et y o u i a in im en w z do v e nr n° nº no num numero
    number nummer numer cislo c s na
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Folding.folded(String($0)) })
  }
}

extension MappingResolver {
  /// Takes the columns whose headings say a field in more words, where one alone says it.
  mutating func takeLoose() {
    let isOfOrganisations = fields.contains { $0.name == ContactField.employees.key }
    guard isOfOrganisations, !free.isEmpty, !RoundTrip.isOne(headings) else { return }
    let loose = LooseHeading(fields, haveContacts: isOfContacts)
    var found: [String: [Int]] = [:]
    for index in free {
      guard let field = loose.field(of: headings[index]), isFree(field) else { continue }
      found[field, default: []].append(index)
    }
    // Of the turnover of two years nobody knows which is meant.
    for (field, columns) in found where columns.count == 1 { take(columns[0], field, .otherWords) }
  }
}
