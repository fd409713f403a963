internal import GRDB

/// Finds contacts by a telephone number, however it and theirs are written.
struct TelephoneSearch {
  /// The digits without what leads to them: 00, +, or the 0 within a country.
  private let digits: String

  /// What may stand between the digits of a stored number.
  private static let between =
    " -/().\t\u{A0}\u{2007}\u{2009}\u{202F}\u{2010}\u{2011}\u{2012}\u{2013}"

  /// Fewer digits are as likely a postcode or a year.
  private static let least = 6

  /// Nil when a text does not look like a telephone number.
  init?(_ text: String) {
    let signs = "+\(Self.between)".unicodeScalars
    // What is pasted from an address book can have marks of the direction of writing round it.
    let isNumber = text.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || signs.contains($0) || $0.properties.isWhitespace
        || $0.properties.isDefaultIgnorableCodePoint
    }
    guard isNumber else { return nil }
    let digits = String(Self.digits(of: text).drop { $0 == "0" })
    guard digits.utf8.count >= Self.least else { return nil }
    self.digits = digits
  }

  /// The contacts with this number, in the order of their ids.
  func contacts(_ db: Database) throws -> [Contact] {
    let bare = ["phone", "mobile", "fax"].map { column in
      Self.between.reduce("contact.\(column)") { "replace(\($0), '\($1)', '')" }
    }
    let found = try Contact.fetchCursor(
      db,
      sql: """
        \(Contact.selection)
        WHERE \(bare.map { "instr(\($0), :end) > 0" }.joined(separator: " OR "))
        ORDER BY contact.id
        """,
      arguments: ["end": String(digits.suffix(Self.least))])
    var contacts: [Contact] = []
    while let contact = try found.next() {
      if has(contact.known) { contacts.append(contact) }
    }
    return contacts
  }

  private func has(_ contact: ContactDraft) -> Bool {
    [ContactField.phone, .mobile, .fax].contains { field in
      [contact[field], contact.e164(field)].compactMap(\.self).contains {
        Self.digits(of: $0).contains(digits)
      }
    }
  }

  /// The digits of a number without the zero that is dropped from abroad, `(0)`.
  private static func digits(of text: String) -> String {
    String(text.replacing("(0)", with: "").filter { ("0"..."9").contains($0) })
  }
}
