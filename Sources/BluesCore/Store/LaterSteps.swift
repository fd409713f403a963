internal import GRDB

/// The changes after a step that still stand, with the rows that each touched.
struct LaterSteps {
  private let steps: [(entry: HistoryEntry, rows: Set<Changeset.Row>)]

  init(since id: Int64, in db: Database) throws {
    let later = try HistoryEntry.fetchAll(
      db,
      sql: """
        \(HistoryEntry.selection)
        WHERE id > ? AND kind = 'change' AND undone_by IS NULL
        ORDER BY id
        """,
      arguments: [id])
    steps = try later.map { ($0, try Changeset(of: $0.id, in: db).rows()) }
  }

  /// The rows that they touched.
  var rows: Set<Changeset.Row> { steps.reduce(into: []) { $0.formUnion($1.rows) } }

  /// What changed some rows.
  func changes(of rows: Set<Changeset.Row>) -> LaterChanges {
    let found = steps.filter { !$0.rows.isDisjoint(with: rows) }.map(\.entry)
    var things: [String] = []
    for thing in found.flatMap({ $0.affected.split(separator: " ").map(String.init) })
    where !things.contains(thing) {
      things.append(thing)
    }
    return LaterChanges(things: things, steps: found.map(\.id))
  }

  /// The steps whose rows refer to rows of a change.
  func dependents(of change: Changeset, in db: Database) throws -> [Int64] {
    let rows = try Self.withUsers(change.rows(), in: db)
    return steps.filter { !$0.rows.isDisjoint(with: rows) }.map(\.entry.id)
  }

  /// Some rows, and those that refer to them.
  static func withUsers(
    _ rows: Set<Changeset.Row>, in db: Database
  ) throws -> Set<Changeset.Row> {
    var all = rows
    let references = try References.all(in: db)
    for (table, own) in Dictionary(grouping: rows, by: \.table) {
      for column in references[table] ?? [] {
        let statement = try db.cachedStatement(
          sql: "SELECT id FROM \(column.table) WHERE \(column.name) = ?")
        for row in own {
          for id in try Int64.fetchAll(statement, arguments: [row.id]) {
            all.insert(Changeset.Row(table: column.table, id: id))
          }
        }
      }
    }
    return all
  }
}

/// What was changed since a step, by the codes of the things, and the steps that did.
package struct LaterChanges: Sendable, Equatable {
  /// Empty where no step names what it changed.
  package var things: [String] = []
  package var steps: [Int64] = []

  /// The things, as many as a sentence can bear.
  package var names: String {
    let shown = things.prefix(5).joined(separator: ", ")
    return things.count > 5 ? "\(shown) and \(things.count - 5) more" : shown
  }

  /// What happened to them, as a sentence without its full stop.
  package var sentence: String {
    let subject =
      switch things.count {
      case 0: "its rows were"
      case 1: "\(names) was"
      default: "\(names) were"
      }
    return "\(subject) changed later" + (steps.isEmpty ? "" : " (\(Self.words(steps)))")
  }

  /// Steps in words.
  package static func words(_ steps: [Int64]) -> String {
    "\(steps.count == 1 ? "step" : "steps") \(steps.map(String.init).joined(separator: ", "))"
  }
}
