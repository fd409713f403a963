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

  /// Whether it started the project, which no undo takes back.
  var isStart: Bool { command == "init" }

  /// Whether an undo can take it back now.
  package var canBeUndone: Bool { kind == .change && !isUndone && !isStart }
}

extension HistoryEntry: FetchableRecord {
  /// The columns of a step, without the heavy changeset.
  static let selection = """
    SELECT id, at, who, command, summary, affected, kind, target,
           undone_by IS NOT NULL AS undone
    FROM operation
    """

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
  }
}
