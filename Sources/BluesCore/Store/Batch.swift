internal import GRDB

/// The rows an import added, which carry the number of its step in their `batch` column.
enum Batch {
  /// Tables with a `batch` column, those that refer to others first.
  static let tables = ["membership", "contact", "organisation"]

  /// Removes what a step added, sparing rows that were changed or are used since.
  static func remove(
    _ step: Int64, sparing spared: Set<Changeset.Row>, in db: Database
  ) throws -> Changeset.Outcome {
    var outcome = Changeset.Outcome()
    for table in tables {
      let sparedHere = spared.filter { $0.table == table }
      let all =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table) WHERE batch = ?", arguments: [step]) ?? 0
      guard all > 0 else { continue }
      let kept = sparedHere.map { String($0.id) }.joined(separator: ", ")
      let used =
        table == "organisation"
        ? "AND NOT EXISTS (\(references(toOrganisation: "organisation.id")))" : ""
      try db.execute(
        sql: "DELETE FROM \(table) WHERE batch = ? AND id NOT IN (\(kept)) \(used)",
        arguments: [step])
      outcome.reversed += db.changesCount
      outcome.kept += all - db.changesCount
    }
    return outcome
  }

  /// What still needs an organisation once the import's own rows are gone.
  private static func references(toOrganisation id: String) -> String {
    """
    SELECT 1 FROM contact WHERE organisation_id = \(id)
    UNION ALL SELECT 1 FROM membership WHERE organisation_id = \(id)
    UNION ALL SELECT 1 FROM profile WHERE organisation_id = \(id)
    """
  }
}
