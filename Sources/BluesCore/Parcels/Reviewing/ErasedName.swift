internal import GRDB

/// The name of a person who was erased here, in the texts of a parcel: it becomes what stands in its place
/// here, so that neither the text differs nor the name is kept.
struct ErasedName {
  /// The tables whose texts say of others what they may have in common with the person.
  private static let spared: Set<String> = ["contact", "organisation", "person", "partner"]

  private let words: PersonWords
  private let pseudonym: String

  init(_ contact: Int64, _ known: ContactDraft) {
    var words = PersonWords()
    for field in [ContactField.name, .email, .phone, .mobile] {
      if let text = known[field] { words.add(field, text) }
    }
    if let given = known[.givenName], let family = known[.familyName] {
      words.join(given: given, family: family)
    }
    self.words = words
    pseudonym = ErasedColumns.pseudonym(contact)
  }

  /// Replaces the whole name, the addresses and the numbers in all texts.
  func take(outOf parcel: Database) throws {
    for table in SharedScope.tables where !Self.spared.contains(table.name) {
      let columns = try ParcelRows.columns(table.name, parcel)
      let names = columns.joined(separator: ", ")
      var found: [(id: Int64, column: String, text: String)] = []
      let rows = try Row.fetchCursor(parcel, sql: "SELECT \(names) FROM \(table.name)")
      while let row = try rows.next() {
        for (place, value) in row.databaseValues.enumerated() {
          guard case .string(let text) = value.storage,
            let other = words.replaced(in: text, by: pseudonym, .sure)
          else { continue }
          found.append((try row.value("id"), columns[place], other))
        }
      }
      for one in found {
        try parcel.execute(
          sql: "UPDATE \(table.name) SET \(one.column) = ? WHERE id = ?",
          arguments: [one.text, one.id])
      }
    }
  }
}
