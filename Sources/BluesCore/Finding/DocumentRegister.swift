internal import Basics
package import Documents
internal import GRDB

/// The register of documents of the project: files behind records of every kind, and the papers of
/// exchanges, which their own commands add and remove.
package struct DocumentRegister: Sendable {
  let store: Store

  /// A document and the record it stands behind.
  package struct Entry: Sendable, Equatable {
    /// What the record is, and its code; none for a record that is no more.
    package let noun: String
    package let record: String?
    package let document: ProjectDocument
  }

  /// Those of one record, or of all.
  package func all(of code: String? = nil) throws -> [Entry] {
    guard let code else { return try ofRecords() + papers(nil) }
    if let exchange = try exchange(code) { return try papers(exchange) }
    return try ofRecords(code)
  }

  /// Those of one record or of all, without the papers of exchanges.
  func ofRecords(_ code: String? = nil) throws -> [Entry] {
    let kinds = RecordKind.all
    let place = try code.map { try self.place(of: $0) }
    let stored = try store.read { try ProjectDocument.fetchAll(of: place?.place, $0) }
    let used = Set(stored.map(\.place.table))
    let codes = try Dictionary(
      uniqueKeysWithValues: kinds.filter { used.contains($0.table) }.map {
        ($0.table, try $0.codesByRow(store))
      })
    return stored.map { one in
      Entry(
        noun: kinds.first { $0.table == one.place.table }?.noun ?? one.place.table,
        record: codes[one.place.table]?[one.place.id], document: one.document)
    }
  }

  /// The document with a code, `DOC3`.
  ///
  /// - Throws: `DocumentProblem.unknown`.
  package func one(_ code: String) throws -> Entry {
    try entry(code, among: ofRecords())
  }

  /// Registers a file behind a record.
  package func add(_ draft: DocumentDraft, to code: String) throws -> Entry {
    if try exchange(code) != nil { throw DocumentProblem.isExchange(code) }
    try draft.check(today: store.invocation.today)
    let (place, known, _) = try place(of: code)
    let read = try draft.file.map { try FileToRegister(path: $0) }
    let added = try FileCopies.with(store) { copies in
      try store.write { write in
        let id = try draft.insert(read, behind: place, known, copies, write)
        let number = ProjectDocument.code(id)
        write.records("registered \(number) of \(known): \(draft.kind)", affecting: [known])
        return try ProjectDocument.fetchAll(of: place, write.db).filter { $0.id == id }
      }
    }
    guard let document = added.first?.document else {
      throw DocumentProblem.unknown(code, known: [])
    }
    return Entry(noun: try self.place(of: code).noun, record: known, document: document)
  }

  /// Takes a document out of the register; its file stays where it is.
  package func remove(_ code: String) throws -> Entry {
    let entry = try one(code)
    try store.write { write in
      let stored = try ProjectDocument.fetchAll(write.db)
      guard let row = stored.first(where: { $0.document.code == entry.document.code }) else {
        throw DocumentProblem.unknown(code, known: stored.map(\.document.code))
      }
      try write.db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [row.id])
      write.records(
        "removed \(entry.document.code) of \(entry.record ?? entry.noun): \(entry.document.kind)",
        affecting: [entry.record].compactMap(\.self))
    }
    return entry
  }

  /// Reads every registered file again and holds it against its SHA-256.
  package func check(
    of code: String? = nil
  ) throws -> [(entry: Entry, standing: FileStanding)] {
    let folder = FileFolder(projectFile: store.path)
    return try all(of: code).map {
      ($0, FileStanding(of: $0.document.file, $0.document.digest, in: folder))
    }
  }

  /// Where the registered files lie, those of papers as well.
  package func paths() throws -> [String] {
    let folder = FileFolder(projectFile: store.path)
    return try all().compactMap(\.document.file).map(folder.path(of:))
  }

  // MARK: Codes

  private static let exchangeNoun = "exchange"

  private func entry(_ code: String, among entries: [Entry]) throws -> Entry {
    let wanted = code.trimmed.asciiRaised
    let found = entries.first { [wanted, "DOC\(wanted)"].contains($0.document.code) }
    guard let found else {
      throw DocumentProblem.unknown(code, known: entries.map(\.document.code))
    }
    return found
  }

  /// The row of the record with a code, with the code as the record writes it.
  private func place(of text: String) throws -> (place: RecordPlace, code: String, noun: String) {
    for kind in RecordKind.all where !kind.isFormed || kind.hasForm(text) {
      if let found = try kind.place(text, store) { return (found.place, found.code, kind.noun) }
    }
    let codes = try RecordKind.all.flatMap { try $0.codes(store) }
    throw DocumentProblem.noRecord(text, near: EditDistance.nearest(to: text, in: codes))
  }

  private func exchange(_ text: String) throws -> ExchangeCode? {
    let raised = text.trimmed.asciiRaised
    guard raised.hasPrefix("EX"), let code = try? ExchangeCode(text) else { return nil }
    return code
  }

  private func papers(_ code: ExchangeCode?) throws -> [Entry] {
    let hasScheme = try store.read { try Programme.of($0).scheme != nil }
    guard hasScheme || code != nil else { return [] }
    return try store.papers.all(code).map { paper in
      Entry(
        noun: Self.exchangeNoun, record: paper.exchange.description,
        document: ProjectDocument(
          code: "\(paper.exchange) \(paper.number)", kind: paper.kind, file: paper.file,
          isCopy: paper.isCopy, digest: paper.digest, dated: paper.dated, note: paper.note))
    }
  }
}

extension DocumentRegister {
  package static let fields: [Field<Entry>] = [
    Field("number", "No", "The code of the document, such as DOC3.", rank: .key) {
      .text($0.document.code)
    },
    Field("record", "Record", "The code of the record, such as D1.1.", rank: .key) {
      .text(orEmpty: $0.record)
    },
    Field("record_kind", "Of", "What the record is, such as deliverable.", shown: false) {
      .text($0.noun)
    },
    Field("kind", "Document", "What it is, such as report.", rank: .main) {
      .text($0.document.kind)
    },
    Field("dated", "Dated", "The day it is of.", kind: .day) { .day($0.document.dated) },
    Field("file", "File", "The path of the file.") { .text(orEmpty: $0.document.file) },
    Field(
      "is_copy", "Copy", "Whether the file is a copy in the folder of papers.", kind: .flag,
      shown: false
    ) { .flag($0.document.isCopy) },
    Field("sha256", "SHA-256", "The SHA-256 of the file when it was registered.", shown: false) {
      .text(orEmpty: $0.document.digest?.sha256)
    },
    Field("size", "Bytes", "The size of the file in bytes.", kind: .number, shown: false) {
      $0.document.digest.map { .integer($0.size) } ?? .empty
    },
    Field("note", "Note", "A remark.", rank: .minor) { .text(orEmpty: $0.document.note) },
  ]

  package static let checkFields: [Field<(entry: Entry, standing: FileStanding)>] = [
    Field("number", "No", "The code of the document, such as DOC3.", rank: .key) {
      .text($0.entry.document.code)
    },
    Field("record", "Record", "The code of the record, such as D1.1.", rank: .key) {
      .text(orEmpty: $0.entry.record)
    },
    Field("kind", "Document", "What it is, such as report.", rank: .main) {
      .text($0.entry.document.kind)
    },
    Field("file", "File", "The path of the file.") { .text(orEmpty: $0.entry.document.file) },
    Field(
      "standing", "Standing", "Whether the file is as it was registered.",
      kind: .words(of: FileStanding.self)
    ) { .state($0.standing.rawValue, $0.standing.isSound ? .good : .bad) },
  ]
}

extension Store {
  package var documents: DocumentRegister { DocumentRegister(store: self) }
}
