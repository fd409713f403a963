internal import GRDB

/// What the rooms above the store have it do: each room hands in its own, and the store knows no
/// table of theirs.
struct StoreHooks: Sendable {
  /// Brings what is derived from rows up to date, before their change is committed; it is told
  /// the rows that were changed, and what it does is not recorded.
  var afterChange: [@Sendable (Database, Set<Changeset.Row>) throws -> Void] = []

  /// Looks at a change before it is committed, given its step, and refuses what is not allowed here.
  ///
  /// An undo, a redo and what comes in a parcel are not looked at.
  var beforeCommit: [@Sendable (Database, Changeset, Int64) throws -> Void] = []

  /// Looks at what an undo or a redo changes before it is committed, and refuses what is not allowed.
  var beforeReversal: [@Sendable (Database, Changeset) throws -> Void] = []

  /// Looks after what an undo of a step left.
  ///
  /// It is told the step, for what hangs on rows that are gone, where no foreign key removes it, and
  /// for rows of the step that stay; what it does is recorded with the undo.
  var afterUndo: [@Sendable (Database, Int64) throws -> Void] = []

  /// Looks after what an undo or a redo brought back; what it does is recorded with it.
  var afterReversal: [@Sendable (Database) throws -> Void] = []

  /// Settles what an undo of a step means for others; it is told the undo and the step, and what it does
  /// is recorded with the undo.
  var afterTakingBack: [@Sendable (Transaction, Int64) throws -> Void] = []

  /// Clears what a killed command left beside the project, given its path, and names it.
  var afterOpening: [@Sendable (Database, String) throws -> [String]] = []

  /// By table, a condition in SQL on rows of an import that stay when it is undone, although
  /// nothing refers to them.
  var keptByUndo: [String: @Sendable (ImportUndo) -> String] = [:]

  /// By table, looks before one of its rows takes the place of another one, and settles what a
  /// foreign key cannot tell.
  var beforeMerge: [String: @Sendable (Database, Merge) throws -> Void] = [:]

  /// By table and column, an expression in SQL that a later room works out for each row.
  var columns: [String: [String: String]] = [:]

  /// A row that takes the place of another one, with the codes that people know the two by.
  struct Merge {
    let survivor: Int64
    let survivorCode: String
    let merged: Int64
    let mergedCode: String
  }

  /// The hooks of several rooms as one.
  init(_ rooms: [StoreHooks] = []) {
    for room in rooms {
      afterChange += room.afterChange
      beforeCommit += room.beforeCommit
      beforeReversal += room.beforeReversal
      afterUndo += room.afterUndo
      afterReversal += room.afterReversal
      afterTakingBack += room.afterTakingBack
      afterOpening += room.afterOpening
      keptByUndo.merge(room.keptByUndo) { one, other in
        { "(\(one($0))) OR (\(other($0)))" }
      }
      for (table, look) in room.beforeMerge {
        let earlier = beforeMerge[table]
        beforeMerge[table] = { db, merge in
          try earlier?(db, merge)
          try look(db, merge)
        }
      }
      columns.merge(room.columns) { $0.merging($1) { first, _ in first } }
    }
  }
}
