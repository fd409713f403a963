internal import Basics

/// What the rows of one list have said so far of each record.
///
/// A later row of the same record is told as a repeat: what an earlier one said stands, so that the
/// same list again changes nothing. What only the later row says is taken. Where the two differ in a
/// figure, the later row is refused: none of two sums is dropped.
final class EarlierRows<Key: Hashable> {
  /// A row that was taken.
  private struct Taken {
    let line: Int32
    /// The row before it of the same record; below zero for none.
    let before: Int32
  }

  private let names: [String]
  private var rows: [Taken] = []
  /// Of each row a digest for each name; 0 where it says nothing.
  private var digests: [Int] = []
  /// The last row of each record, by the digest of its key.
  private var last = DigestTable()
  /// The records that rows were of, in the order of their first rows.
  private(set) var records: [Key] = []

  /// - Parameter names: What rows can say.
  init(_ names: [String]) { self.names = names }

  /// What of a row is new of its record, and whether the row is a repeat.
  ///
  /// Where later rows are to replace earlier ones, all of it is new.
  func new(
    of record: Key, in values: [String: String], _ repeats: RepeatedRows = .once
  ) -> (values: [String: String], repetition: RowRepetition?) {
    guard let last = last[Self.digest(of: record)].map(Int32.init(truncatingIfNeeded:)) else {
      return (values, nil)
    }
    var new: [String: String] = [:]
    var differing: [(name: String, line: Int)] = []
    for (place, name) in names.enumerated() {
      guard let text = values[name] else { continue }
      guard let said = said(place, since: last) else {
        new[name] = text
        continue
      }
      if said.digest != Self.digest(text) { differing.append((name, said.line)) }
    }
    differing.sort { $0.name < $1.name }
    let line = differing.first?.line ?? first(of: last)
    let repetition = RowRepetition(
      line: line, differing: differing.map(\.name), isReplacing: repeats == .replace)
    return (repeats == .replace ? values : new, repetition)
  }

  /// Takes note of a row that was taken.
  func note(_ record: Key, _ values: [String: String], line: Int) {
    var said: [Int] = []
    for name in names { said.append(values[name].map { Self.digest($0) } ?? 0) }
    note(record, said, line: line)
  }

  /// The same by a digest of the text for each name; 0 where the row says nothing.
  func note(_ record: Key, _ said: [Int], line: Int) {
    let (digest, row) = (Self.digest(of: record), Int64(rows.count))
    let before = last.add(row, digest)
    if before == nil { records.append(record) } else { last[digest] = row }
    rows.append(Taken(line: Int32(clamping: line), before: Int32(before ?? -1)))
    digests.append(contentsOf: said)
  }

  /// What the first row that said something of a name said, and its line.
  private func said(_ place: Int, since last: Int32) -> (digest: Int, line: Int)? {
    var found: (digest: Int, line: Int)?
    var row = Int(last)
    while row >= 0 {
      let digest = digests[row * names.count + place]
      if digest != 0 { found = (digest, Int(rows[row].line)) }
      row = Int(rows[row].before)
    }
    return found
  }

  private func first(of last: Int32) -> Int {
    var row = Int(last)
    while rows[row].before >= 0 { row = Int(rows[row].before) }
    return Int(rows[row].line)
  }

  private static func digest(of record: Key) -> Int64 { Int64(record.hashValue) }

  private static func digest(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { digest(of: $0) }
  }

  /// With a bit set, so that no text has the digest of nothing.
  static func digest(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var digest = Digest()
    digest.add(bytes: bytes)
    return Int(digest.value | 1)
  }
}

/// That a row is of a record that an earlier one was of.
struct RowRepetition {
  /// The line of an earlier row.
  let line: Int
  /// The fields of which the earlier row says something else, in the order of their names.
  let differing: [String]
  /// Whether the row takes the place of the earlier one.
  var isReplacing = false

  /// What to tell of it, where the two differ.
  var reason: String? {
    differing.first.map {
      "Line \(line) is of the same record, and its \($0) is \(isReplacing ? "replaced" : "kept")."
    }
  }
}
