import CSQLite
internal import GRDB

/// The contacts already in the project, by what rows are matched with: 24 bytes each.
final class KnownContacts {
  let keys: KnownKeys
  private var claimed: [Bool]

  init(_ db: Database) throws {
    keys = try KnownKeys(db)
    claimed = Array(repeating: false, count: keys.entries.count)
  }

  /// Takes the record that says the same to the letter out of the other rows' reach; nil when there
  /// is none.
  func claim(key: Int64, fingerprint: Int64) -> Int64? {
    let index = keys.range(of: key).first {
      keys.entries[$0].fingerprint == fingerprint && !claimed[$0]
    }
    if let index { claimed[index] = true }
    return index.map { keys.entries[$0].id }
  }

  /// The records with this key that no row of the list is to the letter.
  func unclaimed(key: Int64) -> [Int64] {
    keys.range(of: key).filter { !claimed[$0] }.map { keys.entries[$0].id }
  }
}

/// The digests of the contacts in the project, in an order in which each is found at once.
struct KnownKeys: Sendable {
  /// A contact by its digests.
  struct Entry {
    let key: Int64
    let fingerprint: Int64
    let id: Int64
  }

  /// By key, then by id.
  let entries: ContiguousArray<Entry>
  /// Where the entries of each bucket begin; a key's upper bits are its bucket.
  private let starts: [UInt32]
  private let shift: UInt64

  init(_ db: Database) throws {
    var found: ContiguousArray<Entry> = []
    found.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM contact") ?? 0)
    // A list goes on naming contacts that were merged into others; `MergedRows` knows the others.
    let statement = try PreparedStatement(
      db,
      """
      SELECT match_key, fingerprint, id FROM contact
      UNION ALL SELECT match_key, fingerprint, id FROM merged_contact
      """)
    try statement.forEach { row in
      found.append(
        Entry(
          key: sqlite3_column_int64(row, 0), fingerprint: sqlite3_column_int64(row, 1),
          id: sqlite3_column_int64(row, 2)))
    }
    // About four entries to a bucket: keys are mixed digests, so they spread evenly.
    let bits = UInt64(max(0, Int.bitWidth - (found.count / 4).leadingZeroBitCount))
    let shift = 64 - max(1, bits)
    var starts = [UInt32](repeating: 0, count: 1 << max(1, bits) + 1)
    for entry in found { starts[Self.bucket(entry.key, shift) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var entries = found
    for entry in found {
      let bucket = Self.bucket(entry.key, shift)
      entries[Int(next[bucket])] = entry
      next[bucket] += 1
    }
    for bucket in 0..<starts.count - 1 where starts[bucket + 1] - starts[bucket] > 1 {
      entries[Int(starts[bucket])..<Int(starts[bucket + 1])]
        .sort { ($0.key, $0.id) < ($1.key, $1.id) }
    }
    self.entries = entries
    self.starts = starts
    self.shift = shift
  }

  /// The key by which the project may know a contact: the present one, or that of a file which an
  /// earlier version wrote.
  func key(of draft: ContactDraft, _ fingerprint: Int64) -> Int64 {
    let key = draft.matchKey
    if entries.isEmpty || contains(key, fingerprint) { return key }
    let earlier = draft.earlierKey
    let isEarlier = contains(earlier, fingerprint) || !contains(key) && contains(earlier)
    return isEarlier ? earlier : key
  }

  func contains(_ key: Int64) -> Bool { !range(of: key).isEmpty }

  func contains(_ key: Int64, _ fingerprint: Int64) -> Bool {
    range(of: key).contains { entries[$0].fingerprint == fingerprint }
  }

  /// The places of the entries with this key.
  func range(of key: Int64) -> Range<Int> {
    let bucket = Self.bucket(key, shift)
    let end = Int(starts[bucket + 1])
    var first = Int(starts[bucket])
    while first < end, entries[first].key < key { first += 1 }
    var last = first
    while last < end, entries[last].key == key { last += 1 }
    return first..<last
  }

  private static func bucket(_ key: Int64, _ shift: UInt64) -> Int {
    Int(UInt64(bitPattern: key) >> shift)
  }
}
