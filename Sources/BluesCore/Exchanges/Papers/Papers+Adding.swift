package import Basics
internal import GRDB

extension Papers {
  /// Registers a paper: with the SHA-256 of its file, or with a note on where it is kept.
  package func add(_ code: ExchangeCode, _ draft: Draft) throws -> Paper {
    let today = store.invocation.today
    let days = draft.signatures.map(\.on) + [draft.dated].compactMap(\.self)
    if let late = days.max(), late > today { throw PaperProblem.inTheFuture(late, today: today) }
    guard let file = draft.file else {
      guard !draft.isCopied else { throw PaperProblem.nothingToCopy }
      guard draft.note?.trimmed.isEmpty == false else {
        throw PaperProblem.placeMissing(kind: draft.kind.kind)
      }
      return try insert(code, draft, digest: nil) { nil }
    }
    let folder = PaperFolder(projectFile: store.path)
    let digest = try FileDigest(path: file)
    guard draft.isCopied else {
      return try insert(code, draft, digest: digest) { try folder.registered(file) }
    }
    if store.invocation.isRehearsal {
      let free = folder.freeName(code, draft.kind.kind, like: file)
      return try insert(code, draft, digest: digest) { free.name }
    }
    var made: (name: String, draft: String)?
    defer { if let made { folder.discard(made.draft) } }
    do {
      return try insert(code, draft, digest: digest) {
        made = try folder.copy(file, digest, code, draft.kind.kind)
        return made?.name
      }
    } catch {
      if let made { folder.discard(made.name) }
      throw error
    }
  }

  private func insert(
    _ code: ExchangeCode, _ draft: Draft, digest: FileDigest?, file: () throws -> String?
  ) throws -> Paper {
    try store.write { write in
      let db = write.db
      let exchange = try Exchanges.id(code, db)
      if let digest { try Self.refuseDouble(code, exchange, draft.kind.kind, digest, db) }
      let id = try write.nextID("paper")
      let dated = draft.dated ?? draft.signatures.map(\.on).max() ?? store.invocation.today
      try db.execute(
        sql: """
          INSERT INTO paper (id, exchange_id, kind, file, is_copy, sha256, size, dated, note)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, exchange, draft.kind.kind, try file(), draft.isCopied, digest?.sha256, digest?.size,
          dated, draft.note?.trimmed,
        ])
      for (party, day) in draft.signatures {
        try Self.sign(id, draft.kind.kind, party, on: day, write)
      }
      write.records(
        "registered paper \(RowID(id).running) of \(code): \(draft.kind.kind)",
        affecting: [code.description])
      return try Self.fetch(id, code, db)
    }
  }

  private static func refuseDouble(
    _ code: ExchangeCode, _ exchange: Int64, _ kind: String, _ digest: FileDigest, _ db: Database
  ) throws {
    let same = try Int64.fetchOne(
      db, sql: "SELECT id FROM paper WHERE exchange_id = ? AND kind = ? AND sha256 = ?",
      arguments: [exchange, kind, digest.sha256])
    if let same {
      throw PaperProblem.thereAlready(code, kind: kind, number: RowID(same).running)
    }
  }

  /// Notes that somebody signed the newest paper of a kind.
  package func sign(_ code: ExchangeCode, _ kind: PaperKind, _ party: PaperParty, on day: Day)
    throws -> Paper
  {
    let today = store.invocation.today
    guard day <= today else { throw PaperProblem.inTheFuture(day, today: today) }
    return try store.write { write in
      _ = try Exchanges.id(code, write.db)
      let papers = try Paper.fetchAll(code, write.db).filter { $0.kind == kind.kind }
      guard let paper = papers.last else { throw PaperProblem.none(code, kind: kind.kind) }
      try Self.sign(paper.id, kind.kind, party, on: day, write)
      write.records(
        "noted the signature of the \(party.rawValue) on paper \(paper.number) of \(code)",
        affecting: [code.description])
      return try Self.fetch(paper.id, code, write.db)
    }
  }

  private static func sign(
    _ paper: Int64, _ kind: String, _ party: PaperParty, on day: Day, _ write: Transaction
  ) throws {
    let earlier = try Day.fetchOne(
      write.db, sql: "SELECT signed_on FROM paper_signature WHERE paper_id = ? AND party = ?",
      arguments: [paper, party.rawValue])
    if let earlier { throw PaperProblem.signedAlready(party, on: earlier, kind: kind) }
    try write.db.execute(
      sql: "INSERT INTO paper_signature (id, paper_id, party, signed_on) VALUES (?, ?, ?, ?)",
      arguments: [write.nextID("paper_signature"), paper, party.rawValue, day])
  }

  static func fetch(_ id: Int64, _ code: ExchangeCode, _ db: Database) throws -> Paper {
    guard let paper = try Paper.fetchAll(code, db).first(where: { $0.id == id }) else {
      throw PaperProblem.unknown(code, number: RowID(id).running, known: [])
    }
    return paper
  }
}
