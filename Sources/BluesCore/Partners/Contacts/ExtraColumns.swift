package import Documents
internal import GRDB

/// The columns of lists that no field took, of all contacts.
package struct ExtraColumns: Sendable {
  /// In the order in which they are first met, each spelling by itself.
  package let headings: [String]
  private let cells: [RowID: [Int: String]]

  init(_ db: Database) throws {
    var places: [[UInt8]: Int] = [:]
    var headings: [String] = []
    var cells: [RowID: [Int: String]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT contact.id, key, value FROM contact, json_each(contact.extra)
        WHERE extra IS NOT NULL ORDER BY contact.id
        """)
    while let row = try rows.next() {
      let heading = try row.value(1, "extra") as String
      let text = try row.value(2, "extra") as String
      let place = places[Array(heading.utf8)] ?? headings.count
      if place == headings.count {
        places[Array(heading.utf8)] = place
        headings.append(heading)
      }
      cells[RowID(try row.value(0) as Int64), default: [:]][place] = text
    }
    self.headings = headings
    self.cells = cells
  }

  /// Columns for a list of contacts, which it shows when they are asked for.
  package var fields: [Field<Contact>] {
    headings.enumerated().map { place, heading in
      Field(heading, heading, shown: false) { contact in
        .text(orEmpty: cells[contact.id]?[place])
      }
    }
  }
}

extension Contacts {
  /// The fields of a list that is to speak of these names: kept columns are read when one of them
  /// is no field of contacts.
  package func fields(for names: [String]) throws -> [Field<Contact>] {
    let known = Set(Contact.fields.map(\.column.name))
    guard !names.allSatisfy(known.contains) else { return Contact.fields }
    return Contact.fields + (try store.read { try ExtraColumns($0) }).fields
  }
}
