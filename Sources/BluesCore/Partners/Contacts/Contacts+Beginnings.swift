internal import Basics
internal import GRDB

extension Contacts {
  /// The contacts whose id begins with a text, such as `C1`, or else whose e-mail address does.
  package func beginning(with text: String, limit: Int) throws -> [NamedWord] {
    try store.read { db in
      let file = try FileIdentity.number(db)
      let digits = text.isEmpty ? "" : String(text.dropFirst())
      if text.isEmpty || text.asciiRaised.hasPrefix("C"),
        let condition = PrefixedNumbers.condition(
          "contact.id", startingWith: digits, in: file)
      {
        return try Contact.fetchAll(
          db, sql: "\(Contact.selection) WHERE \(condition) ORDER BY contact.id LIMIT ?",
          arguments: [limit]
        ).map { NamedWord($0.code, $0.title) }
      }
      return try Contact.fetchAll(
        db,
        sql: """
          \(Contact.selection)
          WHERE substr(contact.email, 1, length(:text)) = :text COLLATE NOCASE
          ORDER BY contact.email LIMIT :limit
          """,
        arguments: ["text": text, "limit": limit]
      ).compactMap { contact in
        contact.known[.email].map { NamedWord($0, "\(contact.code) \(contact.title)") }
      }
    }
  }
}
