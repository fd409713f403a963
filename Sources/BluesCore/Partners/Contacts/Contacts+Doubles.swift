internal import GRDB

extension Contacts {
  /// Refuses a code that two copies of a shared project gave, and lists who has it.
  static func refuseDouble(_ number: Int64, _ text: String, _ db: Database) throws {
    let doubles = try FileIdentity.doubles(number, of: "contact", in: db)
    guard !doubles.isEmpty else { return }
    throw ContactProblem.ambiguous(
      text,
      candidates: try doubles.prefix(8).compactMap { id in
        try Contact.fetchOne(id, db).map { contact in
          [contact.code, contact.title, contact.known[.email]].compactMap(\.self)
            .joined(separator: " ")
        }
      })
  }
}
