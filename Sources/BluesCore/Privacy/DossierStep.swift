internal import Basics
internal import Documents
internal import GRDB

/// A value of a person's own rows that a step of the history added, changed or removed.
struct DossierStep: Sendable {
  let step: Int64
  let at: String
  let who: String
  let command: String
  let table: String
  /// The running number of the row.
  let row: Int
  let field: String
  let before: String?
  let after: String?

  static let fields: [Field<DossierStep>] = [
    Field("step", "Step", kind: .number) { .integer(Int($0.step)) },
    Field("at", "At", kind: .time) { .text($0.at) },
    Field("who", "Who") { .text($0.who) },
    Field("command", "Command") { .text($0.command) },
    Field("table", "Table", shown: false) { .text($0.table) },
    Field("row", "Row", kind: .number, shown: false) { .integer($0.row) },
    Field("field", "Field") { .text($0.field) },
    Field("before", "Before") { .text(orEmpty: $0.before) },
    Field("after", "After") { .text(orEmpty: $0.after) },
  ]

  static func all(_ rows: ErasedRows, _ db: Database) throws -> [DossierStep] {
    var found: [DossierStep] = []
    for entry in try HistoryEntry.fetchAll(db, sql: "\(HistoryEntry.selection) ORDER BY id") {
      try Changeset(of: entry.id, in: db).forEachChange(of: rows.tables) { change in
        guard rows.isOwn(change.table, change.id) else { return }
        let names = try db.columns(in: change.table).map(\.name)
        for (place, name) in names.enumerated().dropFirst() {
          let before = text(change.old, place)
          let after = text(change.new, place)
          guard before != nil || after != nil else { continue }
          found.append(
            DossierStep(
              step: entry.id, at: entry.at, who: entry.who, command: entry.command,
              table: change.table, row: RowID(change.id).running, field: name, before: before,
              after: after))
        }
      }
    }
    return found
  }

  private static func text(_ values: [ChangedValues.Value], _ place: Int) -> String? {
    guard place < values.count else { return nil }
    switch values[place] {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .none, .null, .real, .blob: return nil
    }
  }
}
