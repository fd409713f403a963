internal import Basics
internal import Documents
internal import GRDB
internal import Glibc

/// The papers of chosen exchanges in one archive, with an index that says what is in order.
package struct AuditPack: Sendable {
  let store: Store

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
  /// A file that is not as it was registered goes in, too, and is told of; one that is missing
  /// stands in the index alone.
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
      let descriptor = open(place(of: file).fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else {
        throw ZipProblem.changed(name: file)
      }
      defer { close(descriptor) }
      try zip.add(name, descriptor: descriptor)
    }
    try zip.finish()
    return papers
  }

  /// Where a registered file lies: beside the project file, unless its path is a whole one.
  private func place(of file: String) -> String {
    guard file.utf8.first != 0x2F, let slash = store.path.lastIndex(of: "/") else { return file }
    return "\(store.path[...slash])\(file)"
  }

  private func paper(
    _ code: ExchangeCode, _ row: Row, _ signatures: [String], _ number: Int
  ) throws -> PackedPaper {
    let file: String? = try row.value("file")
    let kind: String = try row.value("kind")
    let digest: String? = try row.value("sha256")
    let finding = file.map { find($0, digest) } ?? .elsewhere
    var name: String?
    switch finding {
    case .intact, .changed: name = "\(code)/\(kind)-\(number)-\(Self.lastPart(of: file ?? ""))"
    case .missing, .unreadable, .elsewhere: break
    }
    return PackedPaper(
      code: code, kind: kind, file: file, sha256: digest, dated: try row.value("dated"),
      note: try row.value("note"), signatures: signatures, finding: finding, name: name)
  }

  private func find(_ file: String, _ sha256: String?) -> PackedPaper.Finding {
    do throws(FileProblem) {
      let now = try FileDigest(path: place(of: file))
      return now.sha256 == sha256 ? .intact : .changed(now)
    } catch {
      if case .missing = error { return .missing }
      return .unreadable(error.message)
    }
  }

  /// The last part of a path, as a name that can be unpacked anywhere.
  private static func lastPart(of path: String) -> String {
    ArchiveName.safe(
      path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? "")
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
