internal import BluesCore
internal import Documents

/// What is shown of one contact: what is known, each normal form beside the text it comes from.
enum ContactPage {
  /// The field whose text a normal form is worked out from.
  private static let origins = [
    "phone_e164": "phone", "mobile_e164": "mobile", "website_link": "website",
  ]

  static func facts(_ contact: Contact) -> [Fact] {
    let facts = Facts(fields: Contact.fields, of: contact).items.filter { $0.cell != .empty }
    var shown = facts.filter { origins[$0.name] == nil }
    for form in facts {
      guard let origin = shown.firstIndex(where: { $0.name == origins[form.name] }),
        text(shown[origin].cell) != text(form.cell)
      else { continue }
      shown.insert(form, at: origin + 1)
    }
    return shown
  }

  private static func text(_ cell: Cell) -> String? {
    switch cell {
    case .text(let text), .link(let text): text
    default: nil
    }
  }
}
