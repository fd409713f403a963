internal import Basics
internal import Documents
internal import GRDB

/// A text of another record that names a person.
struct DossierText: Sendable {
  /// The table and column, such as `activity.outcome`.
  let place: String
  /// The running number of the row.
  let row: Int
  let text: String

  static let fields: [Field<DossierText>] = [
    Field("place", "Where") { .text($0.place) },
    Field("row", "Row", kind: .number) { .integer($0.row) },
    Field("text", "Text") { .text($0.text) },
  ]

  static func all(_ rows: ErasedRows, _ db: Database) throws -> [DossierText] {
    var found: [DossierText] = []
    for table in try ChangeRecorder.tables(db) {
      let names = try db.columns(in: table).map(\.name)
      guard names.first == "id", names.contains(where: { ErasedColumns.depth(table, $0) != nil })
      else { continue }
      let all = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
      while let row = try all.next() {
        let id: Int64 = try row.value("id")
        guard !rows.isOwn(table, id) else { continue }
        for (place, column) in names.enumerated().dropFirst() {
          guard let depth = ErasedColumns.depth(table, column),
            case .string(let text)? = row[place]?.databaseValue.storage,
            rows.words.replaced(in: text, by: "", depth) != nil
          else { continue }
          found.append(
            DossierText(place: "\(table).\(column)", row: RowID(id).running, text: text))
        }
      }
    }
    return found
  }
}
