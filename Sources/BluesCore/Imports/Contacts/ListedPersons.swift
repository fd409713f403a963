internal import Basics
import CSQLite
internal import GRDB

/// The persons that a list has more than once, each with a mailbox: one contact, as long as no row
/// contradicts another.
struct ListedPersons {
  private var contacts: [Int64: [Int64]] = [:]

  /// So many of one key are looked at.
  private static let most = 8

  /// Looks for the contacts with some keys, among all that are there by now.
  init(keys: Set<Int64>, _ db: Database) throws {
    let all = try PreparedStatement(db, "SELECT match_key, id FROM contact ORDER BY id")
    try all.forEach { row in
      let key = sqlite3_column_int64(row, 0)
      if keys.contains(key) { note(sqlite3_column_int64(row, 1), key) }
    }
  }

  /// A contact has a key.
  mutating func note(_ id: Int64, _ key: Int64) {
    if contacts[key, default: []].count < Self.most { contacts[key, default: []].append(id) }
  }

  /// The first contact with the key whom the row does not contradict, by what lists said of it: what
  /// somebody made of it here since does not make it another one.
  func contact(_ draft: ContactDraft, _ key: Int64, _ db: Database) throws -> Int64? {
    guard draft.isPerson else { return nil }
    return try contacts[key]?.first { id in
      var known = try Contacts.fetch(id, db).known
      let edited = try ContactEdits(of: id, db)
      for field in ContactField.allCases {
        if let edit = edited[field.key] { known[field] = edit.listed }
      }
      known.kept = try Contacts.kept(id, db)
      return draft.isSame(as: known)
    }
  }

  /// Whether rows of one key are all one person, of whom none says what another contradicts.
  static func areOne(_ rows: [ContactDraft]) -> Bool {
    guard let first = rows.first else { return true }
    var all = first
    for row in rows.dropFirst() {
      guard row.isSame(as: all), row.kept == first.kept else { return false }
      for field in ContactField.allCases where !all.says(field) { all[field] = row[field] }
    }
    return true
  }
}

extension ContactDraft {
  /// Whether nothing that both say differs in more than its spelling.
  fileprivate func agrees(with other: ContactDraft) -> Bool {
    ContactField.allCases.allSatisfy { field in
      guard let one = self[field], let two = other[field] else { return true }
      if Spelling.isSame(one, two) { return true }
      guard [.phone, .mobile, .fax].contains(field), let number = e164(field) else { return false }
      return other.e164(field) == number
    }
  }

  /// Whether it is a person and nothing contradicts that it is this contact of its key.
  fileprivate func isSame(as contact: ContactDraft) -> Bool {
    guard isPerson, agrees(with: contact) else { return false }
    return kept.allSatisfy { cell in
      contact.kept.first { $0.heading.isSame(as: cell.heading) }?.text.isSame(as: cell.text) ?? true
    }
  }
}
