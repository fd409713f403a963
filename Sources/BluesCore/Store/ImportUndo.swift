internal import GRDB

/// The rows an import added, which carry the number of its step in their `batch` column.
enum ImportUndo {
  /// Tables with a `batch` column; the first two refer to organisations.
  private static let dependents = ["membership", "contact"]
  private static let organisations = ["organisation"]

  /// Takes back a step: the rows it added without recording, sparing those that were changed or
  /// are used since, and what it recorded.
  ///
  /// An added contact can be of an organisation that the step recorded, and a recorded one of an
  /// added organisation: so contacts go before the recorded change and organisations after it.
  static func takeBack(
    _ step: Int64, _ change: Changeset, sparing spared: Set<Changeset.Row>, in db: Database
  ) throws -> Changeset.Outcome {
    let first = try remove(step, from: dependents, sparing: spared, in: db)
    var outcome = try change.inverted().apply(to: db)
    outcome.kept += try merged(step, in: db)
    let last = try remove(step, from: organisations, sparing: spared, in: db)
    outcome.reversed += first.reversed + last.reversed
    outcome.kept += first.kept + last.kept
    try forgetEdits(in: db)
    return outcome
  }

  private static func remove(
    _ step: Int64, from tables: [String], sparing spared: Set<Changeset.Row>, in db: Database
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
        switch table {
        case "organisation": "AND NOT EXISTS (\(references(toOrganisation: "organisation.id")))"
        case "contact":
          """
          AND NOT EXISTS (\(mergedContacts) WHERE contact_id = contact.id)
          AND NOT EXISTS (SELECT 1 FROM exchange_person WHERE contact_id = contact.id)
          """
        default: ""
        }
      try db.execute(
        sql: "DELETE FROM \(table) WHERE batch = ? AND id NOT IN (\(kept)) \(used)",
        arguments: [step])
      outcome.reversed += db.changesCount
      outcome.kept += all - db.changesCount
    }
    return outcome
  }

  /// Forgets what people changed in contacts that are gone.
  private static func forgetEdits(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM contact_edit
        WHERE contact_id NOT IN (SELECT id FROM contact)
          AND contact_id NOT IN (SELECT id FROM merged_contact)
        """)
  }

  private static let mergedContacts = "SELECT 1 FROM merged_contact"

  /// Rows that are gone as records of their own: what they said stays with their survivor.
  private static func merged(_ step: Int64, in db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM merged_contact WHERE batch = :step)
             + (SELECT count(*) FROM merged_organisation WHERE batch = :step)
        """,
      arguments: ["step": step]) ?? 0
  }

  /// What still needs an organisation once the import's own rows are gone.
  private static func references(toOrganisation id: String) -> String {
    """
    SELECT 1 FROM contact WHERE organisation_id = \(id)
    UNION ALL \(mergedContacts) WHERE organisation_id = \(id)
    UNION ALL SELECT 1 FROM merged_organisation WHERE organisation_id = \(id)
    UNION ALL SELECT 1 FROM membership WHERE organisation_id = \(id)
    UNION ALL SELECT 1 FROM profile WHERE organisation_id = \(id)
    """
  }
}
