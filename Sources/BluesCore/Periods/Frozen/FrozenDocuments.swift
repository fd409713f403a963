package import Basics
package import Documents
internal import GRDB

/// A document of a locked period, as it was at the lock.
package struct FrozenDocument: Sendable, Equatable {
  /// The period, such as `RP1`.
  package let period: String
  /// What it is, such as `financial-statement`.
  package let kind: String
  /// The short name of the partner; nil for the whole project.
  package let partner: String?
  /// The day of the lock.
  package let lockedOn: Day
  /// The SHA-256 of the content.
  package let sha256: String
  /// Canonical JSON.
  package let content: String

  package static let fields: [Field<FrozenDocument>] = [
    Field("kind", "Document", rank: .key) { .text($0.kind) },
    Field("partner", "Partner") { .text(orEmpty: $0.partner) },
    Field("locked_on", "Locked", kind: .day) { .day($0.lockedOn) },
    Field("bytes", "Bytes", kind: .number) { .integer($0.content.utf8.count) },
    Field("sha256", "SHA-256", rank: .minor) { .text($0.sha256) },
  ]
}

/// What the locks of the periods keep to the byte.
///
/// A period that is opened again keeps the documents of the lock before; the next lock adds its own.
package struct FrozenDocuments: Sendable {
  /// Every kind of document that a lock keeps.
  static let kinds: [any PeriodDocument.Type] = [
    RiskStatesDocument.self, DeliverablesDocument.self, ExchangeRatesDocument.self,
    StatementsDocument.self, TextsDocument.self,
  ]

  let store: Store

  /// The documents of a period as they are now.
  static func drawn(_ context: PeriodContext) throws -> [DrawnDocument] {
    try kinds.flatMap { try $0.documents(context) }
  }

  /// Keeps a document with the lock whose row is named.
  static func freeze(_ one: DrawnDocument, at step: Int64, _ write: Transaction) throws {
    let partner = try one.partner.map { try Partner.id($0, in: write.db) }
    try write.db.execute(
      sql: """
        INSERT INTO frozen_document (id, step_id, kind, partner_id, sha256, content)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("frozen_document"), step, one.kind, partner,
        FileDigest(of: Array(one.content.utf8)).sha256, one.content,
      ])
  }

  /// A document of a locked period, of one partner or of the whole project; nil where the period is
  /// open, or its lock kept none.
  ///
  /// - Throws: `FrozenProblem.changed` where it is no longer what was frozen.
  package func find(
    _ kind: String, in period: String, partner: String? = nil
  ) throws -> FrozenDocument? {
    try all(in: period).first {
      $0.kind == kind && $0.partner?.asciiRaised == partner?.asciiRaised
    }
  }

  /// Every document of a locked period; none of an open one.
  package func all(in name: String) throws -> [FrozenDocument] {
    try store.read { db in
      let period = try Periods.period(name, Period.all(db))
      guard let lock = try PeriodStory(db).lock(of: period) else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT kind, partner.code AS partner, happened_on, sha256, content
          FROM frozen_document
          JOIN period_step ON period_step.id = step_id
          LEFT JOIN partner ON partner.id = partner_id
          WHERE step_id = ?
          ORDER BY kind, partner.code
          """,
        arguments: [lock]
      ).map { row in
        let found = FrozenDocument(
          period: period.name, kind: try row.value("kind"), partner: try row.value("partner"),
          lockedOn: try row.value("happened_on"), sha256: try row.value("sha256"),
          content: try row.value("content"))
        guard FileDigest(of: Array(found.content.utf8)).sha256 == found.sha256 else {
          throw FrozenProblem.changed(found.kind, period: period.name)
        }
        return found
      }
    }
  }
}

/// Why a frozen document cannot be given.
package enum FrozenProblem: Problem, Equatable {
  /// Its bytes are not those that were frozen.
  case changed(String, period: String)
  case none(String, period: String, known: [String])

  package var message: String {
    switch self {
    case .changed(let kind, let period):
      "The document \(kind) of \(period) is not what was frozen: its SHA-256 differs."
    case .none(let kind, let period, _): "\(period) has no frozen document \(kind)."
    }
  }

  package var hint: String? {
    switch self {
    case .changed: "another program changed the project file; take it from a copy"
    case .none(_, let period, let known):
      known.isEmpty
        ? "lock the period first: blues report period lock \(period)"
        : "known: \(known.joined(separator: ", "))"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .changed: .failed
    case .none: .notFound
    }
  }
}

extension Store {
  package var frozenDocuments: FrozenDocuments { FrozenDocuments(store: self) }
}
