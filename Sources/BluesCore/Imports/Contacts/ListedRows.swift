/// What the rows of a list said so far, by their digests: sixteen bytes for most rows.
struct ListedRows {
  /// What a row is to the rows before it.
  enum Kind {
    /// No earlier row has its key.
    case first
    /// An earlier row says the same to the letter.
    case repeated
    /// Earlier rows have its key and say other things.
    case further
  }

  /// The first fingerprint of each key.
  private var first = DigestTable()
  /// Further fingerprints of keys that have several.
  private var others = DigestSet()
  private var waiting: [Int64: Int] = [:]
  private var waitingRows = 0

  /// Rows of one key, and rows in all, that may wait for the end of the list: a list without end of
  /// one person does not fill the memory.
  private static let most = (ofKey: 8, inAll: 100_000)

  /// Takes in the next row.
  mutating func take(key: Int64, fingerprint: Int64) -> Kind {
    guard let earlier = first.add(fingerprint, key) else { return .first }
    return earlier == fingerprint || !others.insert(fingerprint) ? .repeated : .further
  }

  /// Whether a further row may wait until the contact of the first is in the project.
  mutating func mayWait(_ key: Int64) -> Bool {
    let rows = waiting[key, default: 0]
    guard rows < Self.most.ofKey, waitingRows < Self.most.inAll else { return false }
    waiting[key] = rows + 1
    waitingRows += 1
    return true
  }
}
