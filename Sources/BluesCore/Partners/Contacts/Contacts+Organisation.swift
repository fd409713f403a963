internal import Basics
internal import GRDB

extension Contacts {
  /// A draft by hand with the organisation that is there.
  ///
  /// It is named by its code, such as O1, whose country the contact takes where none was said; or by its
  /// name, where one organisation alone has it and the contact has no country.
  static func completed(
    _ draft: ContactDraft, saysCountry: Bool, _ db: Database
  ) throws -> ContactDraft {
    guard let name = draft[.organisation], !name.isEmpty else { return draft }
    var rows = try Row.fetchAll(
      db, sql: "SELECT name, country FROM organisation WHERE name = ? LIMIT 2", arguments: [name])
    let isCode = rows.isEmpty
    if isCode, let number = RowID.running(name, letter: UInt8(ascii: "O")), number < 1 << 32 {
      let id = try FileIdentity.number(db) << 32 | number
      rows = try Row.fetchAll(
        db, sql: "SELECT name, country FROM organisation WHERE id = ?", arguments: [id])
    }
    guard rows.count == 1, let found = rows.first else { return draft }
    var draft = draft
    draft[.organisation] = try found.value("name", as: String.self)
    if let country = try found.value("country", as: String?.self),
      isCode ? !saysCountry : draft[.country] == nil
    {
      draft[.country] = country
    }
    return draft
  }
}
