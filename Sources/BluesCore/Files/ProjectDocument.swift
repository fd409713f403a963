package import Basics
package import Documents
internal import GRDB

/// A file that stands behind a record, or the note where it is kept.
package struct ProjectDocument: Sendable, Equatable {
  /// The code that it is shown by: `DOC3`, or for a paper that of its exchange and its number.
  package let code: String
  /// What it is, such as `report`.
  package let kind: String
  /// From the project file's folder, or absolute; none for a document that is kept elsewhere.
  package let file: String?
  /// Whether the file was copied beside the project.
  package let isCopy: Bool
  /// The file as it was when registered.
  package let digest: FileDigest?
  package let dated: Day
  package let note: String?

  package init(
    code: String, kind: String, file: String?, isCopy: Bool, digest: FileDigest?, dated: Day,
    note: String?
  ) {
    self.code = code
    self.kind = kind
    self.file = file
    self.isCopy = isCopy
    self.digest = digest
    self.dated = dated
    self.note = note
  }

  /// The code of a row, `DOC3`.
  static func code(_ id: Int64) -> String { "DOC\(RowID(id).running)" }

  package static let fields: [Field<ProjectDocument>] = [
    Field("number", "No", "Its code, such as DOC3.", rank: .key) { .text($0.code) },
    Field("kind", "Document", "What it is, such as report.", rank: .main) { .text($0.kind) },
    Field("dated", "Dated", "The day it is of.", kind: .day) { .day($0.dated) },
    Field("file", "File", "The path of the file.") { .text(orEmpty: $0.file) },
    Field("sha256", "SHA-256", "The SHA-256 of the file when it was registered.", shown: false) {
      .text(orEmpty: $0.digest?.sha256)
    },
    Field("note", "Note", "A remark.", rank: .minor) { .text(orEmpty: $0.note) },
  ]
}

extension ProjectDocument {
  /// A document with the record that it stands behind.
  struct Stored {
    let id: Int64
    let place: RecordPlace
    let document: ProjectDocument
  }

  /// The documents of one record, or of all, in the order they were registered.
  static func fetchAll(of place: RecordPlace? = nil, _ db: Database) throws -> [Stored] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM document
          WHERE :kind IS NULL OR (record_kind = :kind AND record_id = :id)
          ORDER BY id
          """), arguments: ["kind": place?.table, "id": place?.id]
    ).map { row in
      let id: Int64 = try row.value("id")
      return Stored(
        id: id,
        place: RecordPlace(table: try row.value("record_kind"), id: try row.value("record_id")),
        document: ProjectDocument(
          code: code(id), kind: try row.value("kind"), file: try row.value("file"),
          isCopy: try row.value("is_copy"),
          digest: try row.value("sha256", as: String?.self).map {
            FileDigest(sha256: $0, size: try row.value("size", as: Int?.self) ?? 0)
          }, dated: try row.value("dated"), note: try row.value("note")))
    }
  }

  /// How many documents stand behind a record.
  static func count(of place: RecordPlace, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM document WHERE record_kind = ? AND record_id = ?",
      arguments: [place.table, place.id]) ?? 0
  }

  /// The documents of one record as a part of its page; nothing where it has none.
  static func blocks(of place: RecordPlace, _ db: Database) throws -> [Block] {
    let documents = try fetchAll(of: place, db).map(\.document)
    guard !documents.isEmpty else { return [] }
    return [
      .section("Documents"), .table(Table(noun: "documents", fields: fields, rows: documents)),
    ]
  }

  /// Rows of documents whose record an undo took away go with it; their files stay.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterUndo = [
      { db, _ in
        let kinds = try String.fetchAll(db, sql: "SELECT DISTINCT record_kind FROM document")
        let tables = kinds.isEmpty ? [] : try Set(ChangeRecorder.tables(db))
        for kind in kinds {
          guard tables.contains(kind) else {
            throw UnreadValue(table: "document", column: "record_kind")
          }
          try db.execute(
            sql: """
              DELETE FROM document WHERE record_kind = ?
                AND NOT EXISTS (SELECT 1 FROM \(kind.quotedDatabaseIdentifier) AS record
                                WHERE record.id = record_id)
              """, arguments: [kind])
        }
      }
    ]
    return hooks
  }()
}

/// The row of a record, by its table.
struct RecordPlace: Hashable, Sendable {
  let table: String
  let id: Int64
}
