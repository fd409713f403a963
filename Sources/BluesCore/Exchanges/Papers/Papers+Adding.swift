package import Basics
internal import GRDB

extension Papers {
  /// Registers papers of one exchange or of several, each with the SHA-256 of its file or a note on
  /// where it is kept: all of them or none, as one step.
  package func add(_ papers: [(code: ExchangeCode, draft: Draft)]) throws -> [Paper] {
    let papers = try papers.map { code, draft in
      try PreparedPaper(code, draft, today: store.invocation.today)
    }
    return try FileCopies.with(store) { copies in
      try store.write { write in
        let added = try papers.map { try Self.insert($0, copies, write) }
        write.records(Self.summary(of: added), affecting: Self.codes(of: added))
        return added
      }
    }
  }

  /// Registers one paper within a change.
  static func insert(
    _ paper: PreparedPaper, _ copies: FileCopies, _ write: Transaction
  ) throws -> Paper {
    let (code, draft, db) = (paper.code, paper.draft, write.db)
    let exchange = try Exchanges.id(code, db)
    if let same = try number(of: paper, exchange, db) {
      throw PaperProblem.thereAlready(code, kind: draft.kind.kind, number: same)
    }
    let id = try write.nextID("paper")
    let place = try copies.place(
      of: paper.file, isCopied: draft.isCopied, behind: code.description, kind: draft.kind.kind)
    let dated = draft.dated ?? draft.signatures.map(\.on).max() ?? write.invocation.today
    try db.execute(
      sql: """
        INSERT INTO paper (id, exchange_id, kind, file, is_copy, sha256, size, dated, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, exchange, draft.kind.kind, place, draft.isCopied,
        paper.digest?.sha256, paper.digest?.size, dated, draft.note?.trimmed,
      ])
    for (party, day) in draft.signatures {
      try sign(id, draft.kind.kind, party, on: day, write)
    }
    return try fetch(id, code, db)
  }

  /// What the history says of papers that were registered together.
  static func summary(of papers: [Paper]) -> String {
    if papers.count == 1, let paper = papers.first {
      return "registered paper \(paper.number) of \(paper.exchange): \(paper.kind)"
    }
    let codes = codes(of: papers)
    let whose = codes.count <= 3 ? codes.joined(separator: ", ") : "\(codes.count) exchanges"
    return "registered \(counted(papers.count, "paper")) of \(whose)"
  }

  /// The exchanges of papers, each once.
  static func codes(of papers: [Paper]) -> [String] {
    var seen: Set<ExchangeCode> = []
    return papers.map(\.exchange).filter { seen.insert($0).inserted }.map(\.description)
  }

  /// The number under which the same file is registered already as the same kind.
  static func number(
    of paper: PreparedPaper, _ exchange: Int64, _ db: Database
  ) throws -> Int? {
    guard let digest = paper.digest else { return nil }
    let same = try Int64.fetchOne(
      db, sql: "SELECT id FROM paper WHERE exchange_id = ? AND kind = ? AND sha256 = ?",
      arguments: [exchange, paper.draft.kind.kind, digest.sha256])
    return same.map { RowID($0).running }
  }

  /// Notes that parties signed the newest paper of a kind.
  package func sign(
    _ code: ExchangeCode, _ kind: PaperKind, _ parties: [PaperParty], on day: Day
  ) throws -> Paper {
    let today = store.invocation.today
    guard day <= today else { throw PaperProblem.inTheFuture(day, today: today) }
    return try store.write { write in
      _ = try Exchanges.id(code, write.db)
      let papers = try Paper.fetchAll(code, write.db).filter { $0.kind == kind.kind }
      guard let paper = papers.last else { throw PaperProblem.none(code, kind: kind.kind) }
      for party in parties { try Self.sign(paper.id, kind.kind, party, on: day, write) }
      let names = parties.map { "the \($0.rawValue)" }.joined(separator: " and ")
      write.records(
        "noted the \(agreeing(parties.count, "signature", "signatures")) of \(names) on paper "
          + "\(paper.number) of \(code)",
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
