internal import GRDB

extension MendedHours {
  /// How the history begins to tell of an import of hours, and what follows the name of the file.
  private static let (head, tail) = ("imported hours from ", ": ")

  /// How the history calls the import of a file.
  static func words(_ fileName: String) -> String { head + fileName + tail }

  /// Nil for a list that is none of mended rows: neither its name nor its columns say so.
  init?(of fileName: String, _ header: [String], _ db: Database) throws {
    let columns = Mapping.ownHeadings.dropLast()
    guard ListName.isOfRejects(fileName) || header.starts(with: columns) else { return nil }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, summary FROM operation
        WHERE undone_by IS NULL AND substr(summary, 1, length(?1)) = ?1 ORDER BY id DESC
        """, arguments: [Self.head])
    var (same, last): (Int64?, Int64?)
    var steps: Set<Int64> = []
    for row in rows {
      let (step, summary) = (try row.value(0, as: Int64.self), try row.value(1, as: String.self))
      let rest = summary.dropFirst(Self.head.count)
      guard let end = rest.ranges(of: Self.tail).last?.lowerBound else { continue }
      let name = String(rest[..<end])
      if name == fileName { steps.insert(step) }
      guard !ListName.isOfRejects(name) else { continue }
      last = last ?? step
      if ListName.list(name) == ListName.list(fileName) { same = same ?? step }
    }
    self.init(since: same ?? last ?? .max, own: steps)
  }
}
