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
  /// How many may not be written to.
  package let leftOut: MailPermission.Tally

  package init(
    _ template: LetterTemplate, fields: [Field<Contact>], to contacts: [Contact],
    _ permission: MailPermission
  ) {
    var leftOut = MailPermission.Tally()
    letters = contacts.compactMap { contact in
      if let refusal = permission.refusal(of: contact) {
        leftOut.count(refusal)
        return nil
      }
      return Letter(code: contact.code, text: template.filled(fields, for: contact))
    }
    self.leftOut = leftOut
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
    let parts = leftOut.parts
    return parts.isEmpty ? nil : "Left out: \(parts.joined(separator: ", "))."
  }
}
