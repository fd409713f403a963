/// Records sorted by their keys, so that only those with a key in common are compared.
///
/// Sixteen bytes for each key of each record. A key that too many share is not compared by, since
/// its pairs would grow with the square; it is told instead.
struct DuplicateIndex {
  /// A key that stands in too many records.
  struct Skipped: Equatable {
    let digest: UInt64
    let records: Int
    /// One of the records that have it.
    let example: Int64
  }

  /// Two records that share a key: by their places in the order they were added, and their ids.
  struct Candidates {
    let first: Int
    let second: Int
    let one: Int64
    let other: Int64
  }

  /// A record under one key.
  private struct Entry {
    let digest: UInt64
    let ordinal: UInt32
    let isInitials: Bool
  }

  /// Records that may share a weak key, such as a word, and still be compared by it.
  static let mostOfWeak = 100
  /// The same for a mailbox, a telephone or a number.
  static let mostOfStrong = 1000
  /// Pairs held at once: 64 MB.
  private static let mostPairs = 8_000_000

  private var entries: ContiguousArray<Entry> = []
  private var ids: ContiguousArray<Int64> = []
  private(set) var skipped: [Skipped] = []

  mutating func add(_ id: Int64, _ keys: [DuplicateKey]) {
    let ordinal = UInt32(truncatingIfNeeded: ids.count)
    ids.append(id)
    for key in keys {
      entries.append(Entry(digest: key.digest, ordinal: ordinal, isInitials: key.isInitials))
    }
  }

  /// Hands over every pair that shares a key, ordered by the first; a pair may come again in a
  /// later portion when there are very many.
  mutating func forEachPair(_ body: (Candidates) throws -> Void) throws {
    entries.sort { ($0.digest, $0.ordinal) < ($1.digest, $1.ordinal) }
    var pairs: ContiguousArray<UInt64> = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].digest == entries[start].digest { end += 1 }
      defer { start = end }
      guard end - start > 1, !entries[start..<end].allSatisfy(\.isInitials) else { continue }
      let digest = entries[start].digest
      guard end - start <= (digest & 1 == 1 ? Self.mostOfWeak : Self.mostOfStrong) else {
        skipped.append(
          Skipped(
            digest: digest, records: end - start, example: ids[Int(entries[start].ordinal)]))
        continue
      }
      for first in start..<end {
        let one = entries[first]
        for other in entries[(first + 1)..<end]
        where one.ordinal != other.ordinal && !(one.isInitials && other.isInitials) {
          pairs.append(UInt64(one.ordinal) << 32 | UInt64(other.ordinal))
        }
      }
      if pairs.count > Self.mostPairs { try empty(&pairs, body) }
    }
    entries = []
    try empty(&pairs, body)
    skipped.sort { ($1.records, $0.digest) < ($0.records, $1.digest) }
  }

  private func empty(
    _ pairs: inout ContiguousArray<UInt64>, _ body: (Candidates) throws -> Void
  ) throws {
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      try body(Candidates(first: first, second: second, one: ids[first], other: ids[second]))
    }
    pairs.removeAll(keepingCapacity: true)
  }
}
