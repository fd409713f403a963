package import Basics
internal import GRDB

/// A paper in the register of an exchange, with those who signed it.
package struct Paper: Sendable, Equatable {
  let id: Int64
  package let exchange: ExchangeCode
  package let kind: String
  /// From the project file's folder, or absolute; none for a paper that is kept elsewhere.
  package let file: String?
  /// Whether the file was copied beside the project.
  package let isCopy: Bool
  /// The file as it was when registered.
  package let digest: FileDigest?
  package let dated: Day
  package let note: String?
  package let signatures: [Signature]

  /// The number that people see and type; it is the paper's alone in the whole project.
  package var number: Int { RowID(id).running }

  /// Who signed, and when.
  package struct Signature: Sendable, Equatable {
    let id: Int64
    package let party: PaperParty
    package let on: Day
  }

  /// What it is, to follow a verb: `the closing-report`.
  package var inWords: String { kind == "other" ? "another paper" : "the \(kind)" }

  package func signature(of party: PaperParty) -> Signature? {
    signatures.first { $0.party == party }
  }
}

extension Paper {
  init(row: Row, signatures: [Signature]) throws {
    id = try row.value("id")
    exchange = try row.value("number")
    kind = try row.value("kind")
    file = try row.value("file")
    isCopy = try row.value("is_copy")
    digest = try row.value("sha256", as: String?.self).map {
      FileDigest(sha256: $0, size: try row.value("size", as: Int?.self) ?? 0)
    }
    dated = try row.value("dated")
    note = try row.value("note")
    self.signatures = signatures
  }

  /// The papers of one exchange, or of all, in the order they were registered.
  static func fetchAll(_ code: ExchangeCode? = nil, _ db: Database) throws -> [Paper] {
    let wanted: StatementArguments = ["number": code?.number]
    let signed = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT paper_signature.* FROM paper_signature
          JOIN paper ON paper.id = paper_id
          JOIN exchange ON exchange.id = exchange_id
          WHERE exchange.number = :number OR :number IS NULL
          ORDER BY paper_signature.id
          """),
      arguments: wanted)
    let byPaper = try Dictionary(grouping: signed) { try $0.value("paper_id", as: Int64.self) }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT paper.*, exchange.number
          FROM paper
          JOIN exchange ON exchange.id = exchange_id
          WHERE exchange.number = :number OR :number IS NULL
          ORDER BY exchange.number, paper.id
          """),
      arguments: wanted)
    return try rows.map { row in
      try Paper(
        row: row,
        signatures: (byPaper[row.value("id")] ?? []).map {
          try Signature(id: $0.value("id"), party: $0.value("party"), on: $0.value("signed_on"))
        })
    }
  }
}
