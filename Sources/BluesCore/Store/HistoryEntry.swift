internal import GRDB

/// One step of the history: a change, or an undo or redo of one.
package struct HistoryEntry: Sendable, Equatable {
  /// Whether a step changed something, or took a change back or brought it again.
  package enum Kind: String, Sendable, StoredValue { case change, undo, redo }

  package let id: Int64
  package let at: String
  package let who: String
  package let command: String
  package let summary: String
  package let affected: String
  package let kind: Kind
  /// The step that an undo or redo is about.
  package let target: Int64?
  package let isUndone: Bool
  /// Whether no undo takes it back, and redo goes on past it: a person was erased, or data
  /// were given out.
  package var isFinal = false
  /// Whether a person was erased after it, so that neither undo nor redo reaches it.
  package var isBeforeErasure = false
  /// The partner in whose copy of a shared project it was done; nil in a project that is not shared.
  package var organisation: String?

  /// Whether parcels were sent or received by it.
  var isOfSharing: Bool { command.hasPrefix("share ") }

  /// Whether it started the project, which no undo takes back.
  var isStart: Bool { command == "init" }

  /// Whether an undo can take it back now.
  package var canBeUndone: Bool {
    kind == .change && !isUndone && !isStart && !isFinal && !isBeforeErasure
  }
}

extension HistoryEntry: FetchableRecord {
  /// The columns of a step, without the heavy changeset.
  static let selection = """
    SELECT id, at, who, command, summary, affected, kind, target,
           undone_by IS NOT NULL AS undone, is_final, id < \(lastErasure) AS before_erasure,
           organisation
    FROM operation
    """

  /// In SQL, the step of the last erasure, 0 where there is none; data that were given out and parcels
  /// make final steps as well.
  static let lastErasure = """
    (SELECT coalesce(max(erasing.id), 0) FROM operation AS erasing
     WHERE erasing.kind = 'change' AND erasing.is_final = 1
       AND erasing.command NOT GLOB 'share *'
       AND erasing.id NOT IN (SELECT id FROM disclosure))
    """

  /// Refuses an instant that is none: another program has written it, and days are counted by it.
  ///
  /// - Throws: `UnreadValue` with the row.
  static func refuseUnread(_ db: Database) throws {
    let row = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM operation
        WHERE at NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*Z'
        ORDER BY id LIMIT 1
        """)
    if let row { throw UnreadValue(table: "operation", column: "at", row: row) }
  }

  init(row: Row) throws {
    id = try row.value("id")
    at = try row.value("at")
    who = try row.value("who")
    command = try row.value("command")
    summary = try row.value("summary")
    affected = try row.value("affected")
    kind = try row.value("kind")
    target = try row.value("target")
    isUndone = try row.value("undone")
    isFinal = try row.value("is_final")
    isBeforeErasure = try row.value("before_erasure")
    organisation = try row.value("organisation")
  }
}
