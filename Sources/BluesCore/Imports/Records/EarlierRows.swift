/// What the rows of one list have said so far of each record.
///
/// A later row of the same record is told as a repeat: what an earlier one said stands, so that the
/// same list again changes nothing. What only the later row says is taken. Where the two differ in a
/// figure, the later row is refused: none of two sums is dropped.
final class EarlierRows {
  /// That a row is of a record that an earlier one was of.
  struct Repetition {
    /// The line of an earlier row.
    let line: Int
    /// The fields of which the earlier row says something else, in the order of their names.
    let differing: [String]

    /// What to tell of it, where the two differ.
    var reason: String? {
      differing.first.map { "Line \(line) is of the same record, and its \($0) is kept." }
    }
  }

  /// A text by its digest, and the line that said it.
  private struct Said {
    let line: Int
    let digest: Int
  }

  private var records: [String: [String: Said]] = [:]

  /// What of a row is new of its record, and whether the row is a repeat.
  func new(of record: String, in values: [String: String]) -> (
    values: [String: String], repetition: Repetition?
  ) {
    guard let said = records[record] else { return (values, nil) }
    let differing = values.filter { name, text in
      said[name].map { $0.digest != Self.digest(text) } ?? false
    }.keys.sorted()
    let line = differing.first.flatMap { said[$0]?.line } ?? said.values.map(\.line).min() ?? 0
    return (
      values.filter { said[$0.key] == nil }, Repetition(line: line, differing: differing)
    )
  }

  /// Takes note of a row that was taken.
  func note(_ record: String, _ values: [String: String], line: Int) {
    records[record, default: [:]].merge(
      values.mapValues { Said(line: line, digest: Self.digest($0)) }
    ) { earlier, _ in earlier }
  }

  private static func digest(_ text: String) -> Int { Array(text.utf8).hashValue }
}
