internal import Basics
internal import Documents
internal import GRDB

/// The papers of chosen exchanges in one archive, with an index that says what is in order.
package struct AuditPack: Sendable {
  let store: Store

  private var packer: FilePacker { FilePacker(store) }

  /// Looks at every registered paper of the exchanges, in their order and that of registration.
  package func papers(of codes: [ExchangeCode]) throws -> [PackedPaper] {
    let registered = try store.read { db in
      try codes.flatMap { code in
        _ = try Exchanges.fetch(code, db)
        return try Self.rows(code, db).map { (code, $0, try Self.signatures($0.value("id"), db)) }
      }
    }
    var number = 0
    return try registered.map { code, row, signatures in
      number += 1
      return try paper(code, row, signatures, number)
    }
  }

  /// Writes the archive, index first, a piece at a time; what was found is handed back.
  ///
  /// Only bytes that were registered go in; a file that is missing or was changed stands in the index
  /// alone.
  package func write(
    _ codes: [ExchangeCode], to put: @escaping ([UInt8]) throws -> Void
  ) throws -> [PackedPaper] {
    let papers = try papers(of: codes)
    let index = try index(of: papers, codes)
    var zip = ZipWriter(instant: store.invocation.at, to: put)
    try zip.add("index.html", index.bytes(Rendering(format: .html)))
    try zip.add("index.csv", Self.list(papers).bytes(Rendering(format: .csv)))
    for paper in papers {
      guard let name = paper.name, let file = paper.file else { continue }
      try packer.add(name, file, paper.sha256, to: &zip)
    }
    try zip.finish()
    return papers
  }

  private func paper(
    _ code: ExchangeCode, _ row: Row, _ signatures: [String], _ number: Int
  ) throws -> PackedPaper {
    let file: String? = try row.value("file")
    let kind: String = try row.value("kind")
    let digest: String? = try row.value("sha256")
    let finding = packer.find(file, digest)
    return PackedPaper(
      code: code, kind: kind, file: file, sha256: digest, dated: try row.value("dated"),
      note: try row.value("note"), signatures: signatures, finding: finding,
      name: packer.name(code.description, kind, number, of: file, finding))
  }

  private static func rows(_ code: ExchangeCode, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT paper.* FROM paper JOIN exchange ON exchange.id = exchange_id
        WHERE exchange.number = ? ORDER BY paper.id
        """, arguments: [code.number])
  }

  private static func signatures(_ paper: Int64, _ db: Database) throws -> [String] {
    try Row.fetchAll(
      db, sql: "SELECT party, signed_on FROM paper_signature WHERE paper_id = ? ORDER BY id",
      arguments: [paper]
    ).map {
      "\(try $0.value("party", as: String.self)) \(try $0.value("signed_on", as: String.self))"
    }
  }
}

extension Store {
  package var auditPack: AuditPack { AuditPack(store: ofScheme) }
}
