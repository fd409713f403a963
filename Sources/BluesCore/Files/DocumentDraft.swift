package import Basics
internal import GRDB

/// What is said of a document when it is registered.
package struct DocumentDraft: Sendable, Equatable {
  /// What it is, in one word of small letters, digits and hyphens.
  package let kind: String
  /// The path of the file; none for a document that is kept elsewhere.
  package var file: String?
  /// Whether the file is copied beside the project.
  package var isCopied = false
  /// The day of the document; today otherwise.
  package var dated: Day?
  package var note: String?

  /// What a document is that nobody says more of.
  package static let usualKind = "document"

  /// - Throws: `DocumentProblem.kind` for what is no word of letters, digits and hyphens.
  package init(kind: String?) throws(DocumentProblem) {
    let word = (kind ?? Self.usualKind).trimmed.asciiLowered
    guard (1...40).contains(word.utf8.count), word.utf8.first.map(\.isLetter) == true,
      word.utf8.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
    else { throw .kind(kind ?? "") }
    self.kind = word
  }

  /// Registers it behind a record within a change; `code` is that of the record.
  func insert(
    _ read: FileToRegister?, behind place: RecordPlace, _ code: String, _ copies: FileCopies,
    _ write: Transaction
  ) throws -> Int64 {
    if let digest = read?.digest,
      let same = try Int64.fetchOne(
        write.db,
        sql: """
          SELECT id FROM document
          WHERE record_kind = ? AND record_id = ? AND kind = ? AND sha256 = ?
          """, arguments: [place.table, place.id, kind, digest.sha256])
    {
      throw DocumentProblem.thereAlready(code, ProjectDocument.code(same))
    }
    let stored = try copies.place(of: read, isCopied: isCopied, behind: code, kind: kind)
    let id = try write.nextID("document")
    try write.db.execute(
      sql: """
        INSERT INTO document
          (id, record_kind, record_id, kind, file, is_copy, sha256, size, dated, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, place.table, place.id, kind, stored, isCopied, read?.digest.sha256, read?.digest.size,
        dated ?? write.invocation.today, note?.trimmed,
      ])
    return id
  }

  /// Refuses what cannot be registered, before anything is read.
  func check(today: Day) throws(DocumentProblem) {
    if let dated, dated > today { throw .inTheFuture(dated, today: today) }
    guard file == nil else { return }
    guard !isCopied else { throw .nothingToCopy }
    guard note?.trimmed.isEmpty == false else { throw .placeMissing }
  }
}
