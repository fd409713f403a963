internal import Basics

/// The normal forms by which a person is known again, of which the stop list keeps digests.
struct StopForm: Hashable, Sendable {
  /// What it is made of.
  enum Kind: String, CaseIterable, Sendable, StoredValue { case email, phone, name }

  let kind: Kind
  let text: String

  /// What is digested: the same text of two kinds has two digests.
  var whole: String { "\(kind.rawValue)|\(text)" }

  /// The forms of a contact: its addresses, its numbers with the name, its name with the organisation.
  ///
  /// A number of an office alone would keep out everybody who works there.
  static func all(of draft: ContactDraft) -> Set<StopForm> {
    var forms: Set<StopForm> = []
    for email in ContactParts.emails(in: draft[.email] ?? "") {
      forms.insert(StopForm(kind: .email, text: email))
    }
    let halves = [draft[.givenName], draft[.familyName]].compactMap(\.self).joined(separator: " ")
    let names = Set([draft[.name] ?? "", halves].map(words).filter { !$0.isEmpty })
    for field in [ContactField.phone, .mobile] {
      for digits in ContactParts.phones(in: draft.e164(field) ?? draft[field] ?? "") {
        for name in names.isEmpty ? [""] : names {
          forms.insert(StopForm(kind: .phone, text: "\(digits)|\(name)"))
        }
      }
    }
    let organisation = words(draft[.organisation] ?? "")
    if !organisation.isEmpty {
      for name in names { forms.insert(StopForm(kind: .name, text: "\(name)|\(organisation)")) }
    }
    return forms
  }

  /// The form that a person types: an e-mail address.
  static func typed(_ text: String) -> StopForm? {
    ContactParts.emails(in: text).first.map { StopForm(kind: .email, text: $0) }
  }

  /// The words of a name folded, in the order of the alphabet, since lists turn names round.
  private static func words(_ text: String) -> String {
    PersonWords.folded(text).sorted().joined(separator: " ")
  }
}
