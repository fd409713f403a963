import CSQLite
internal import GRDB

/// The contacts already in the project, by what rows are matched with: 24 bytes each.
final class KnownContacts {
  /// What the project knows of a row of a list.
  enum Verdict {
    /// The row says what it said last time.
    case same
    case nobody
    /// Some record may be this row with other values.
    case somebody
  }

  /// A contact by its digests.
  private struct Entry {
    let key: Int64
    let fingerprint: Int64
    let id: Int64
  }

  private var entries: ContiguousArray<Entry> = []
  private var claimed: [Bool]

  init(_ db: Database) throws {
    let statement = try BoundStatement(db, "SELECT match_key, fingerprint, id FROM contact")
    var entries: ContiguousArray<Entry> = []
    try statement.forEach { row in
      entries.append(
        Entry(
          key: sqlite3_column_int64(row, 0), fingerprint: sqlite3_column_int64(row, 1),
          id: sqlite3_column_int64(row, 2)))
    }
    entries.sort { ($0.key, $0.id) < ($1.key, $1.id) }
    self.entries = entries
    claimed = Array(repeating: false, count: entries.count)
  }

  /// Looks a row up, and takes the record that is it to the letter out of the others' reach.
  func claim(key: Int64, fingerprint: Int64) -> Verdict {
    var index = firstIndex(of: key)
    guard index < entries.count, entries[index].key == key else { return .nobody }
    while index < entries.count, entries[index].key == key {
      if entries[index].fingerprint == fingerprint, !claimed[index] {
        claimed[index] = true
        return .same
      }
      index += 1
    }
    return .somebody
  }

  /// The records with this key that no row of the list is to the letter.
  func unclaimed(key: Int64) -> [Int64] {
    var index = firstIndex(of: key)
    var ids: [Int64] = []
    while index < entries.count, entries[index].key == key {
      if !claimed[index] { ids.append(entries[index].id) }
      index += 1
    }
    return ids
  }

  private func firstIndex(of key: Int64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
