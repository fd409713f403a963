internal import Basics
package import Documents

/// A letter to each of some contacts; who wants none, or may not be written to, is left out.
package struct Letters: Sendable {
  /// One letter, by the code of its contact.
  package struct Letter: Sendable {
    package let code: String
    package let text: String
  }

  package let letters: [Letter]
  /// How many want no mail, and how many have no legal basis.
  package let optedOut: Int
  package let withoutBasis: Int

  package init(_ template: LetterTemplate, fields: [Field<Contact>], to contacts: [Contact]) {
    let wanted = contacts.filter { !Self.hasOptedOut($0) }
    let allowed = wanted.filter { $0.known[.basis] != nil }
    optedOut = contacts.count - wanted.count
    withoutBasis = wanted.count - allowed.count
    letters = allowed.map { Letter(code: $0.code, text: template.filled(fields, for: $0)) }
  }

  /// Whether a contact wants no mail: a day, or any word but no.
  private static func hasOptedOut(_ contact: Contact) -> Bool {
    guard let said = contact.known[.optOut]?.trimmed.lowercased() else { return false }
    return !["", "no", "n", "false", "0"].contains(said)
  }

  /// One document, each letter on a page of its own.
  package var document: Document { Self.document(letters, title: "Letters") }

  /// A document for each letter.
  package var documents: [(code: String, document: Document)] {
    letters.map { ($0.code, Self.document([$0], title: "Letter to \($0.code)")) }
  }

  private static func document(_ letters: [Letter], title: String) -> Document {
    var blocks: [Block] = []
    for letter in letters {
      if !blocks.isEmpty { blocks.append(.pageBreak) }
      blocks.append(.prose(letter.text))
    }
    let data = letters.map { letter in
      JSONValue.object([
        JSONMember("contact", .string(letter.code)), JSONMember("text", .string(letter.text)),
      ])
    }
    var document = Document(
      schema: "blues.letters/1", blocks: blocks + [.data("letters", .array(data))])
    document.fileTitle = title
    return document
  }

  /// Who was left out, in a sentence; nil where nobody was.
  package var remark: String? {
    let parts = [
      optedOut > 0 ? "\(counted(optedOut, "contact")) opted out" : nil,
      withoutBasis > 0 ? "\(counted(withoutBasis, "contact")) without a legal basis" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "Left out: \(parts.joined(separator: ", "))."
  }
}
