internal import Tabular

extension ImportOutcome {
  /// Counts what was noticed in a row that is taken.
  mutating func count(_ note: PreparedRows.Note) {
    warned += 1
    if let seen = note.seen { count(seen.rule, note.line, seen.column, seen.message) }
    for warning in note.warnings {
      let column = mapping.index(of: warning.field.key).map { $0 + 1 }
      count(warning.rule, note.line, column ?? 0, warning.reason)
    }
  }
}
