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
  /// The number of the lock among the steps of its period.
  package let lock: Int
  /// The SHA-256 of the content.
  package let sha256: String
  /// Canonical JSON.
  package let content: String

  package static let fields: [Field<FrozenDocument>] = [
    Field("kind", "Document", rank: .key) { .text($0.kind) },
    Field("partner", "Partner") { .text(orEmpty: $0.partner) },
    Field("locked_on", "Locked", kind: .day) { .day($0.lockedOn) },
    Field("lock", "Lock", "The number of the lock.", kind: .number, shown: false) {
      .integer($0.lock)
    },
    Field("bytes", "Bytes", kind: .number) { .integer($0.content.utf8.count) },
    Field("sha256", "SHA-256", rank: .minor) { .text($0.sha256) },
  ]
}

/// What the locks of the periods keep to the byte.
///
/// A period that is opened again keeps the documents of the lock before; the next lock adds its own.
package struct FrozenDocuments: Sendable {
  let store: Store

  /// A document of a locked period, of one partner or of the whole project; nil where the period is
  /// open, or its lock kept none.
  ///
  /// An earlier lock is named by the number of its step.
  ///
  /// - Throws: `FrozenProblem.changed` where it is no longer what was frozen.
  package func find(
    _ kind: String, in period: String, partner: String? = nil, lock: Int? = nil
  ) throws -> FrozenDocument? {
    try all(in: period, lock: lock).first {
      $0.kind == kind && $0.partner?.asciiRaised == partner?.asciiRaised
    }
  }

  /// Every document of a locked period, or of an earlier lock of it; none of an open one.
  package func all(in name: String, lock: Int? = nil) throws -> [FrozenDocument] {
    try store.read { db in
      let period = try Periods.period(name, Period.all(db))
      return try Self.all(in: period, lock: lock, db)
    }
  }

  /// What earlier locks of a period kept: those before it was opened again.
  package func earlier(in name: String) throws -> [FrozenDocument] {
    try store.read { db in
      let period = try Periods.period(name, Period.all(db))
      let story = try PeriodStory(db)
      let isLocked = story.state(of: period).isLocked
      let locks = story.steps(of: period).filter { $0.kind == .locked }
      return try locks.prefix(isLocked ? locks.count - 1 : locks.count).flatMap {
        try Self.all(in: period, lock: $0.number, db)
      }
    }
  }

  /// The same inside a transaction.
  static func all(
    in period: Period, kind: String? = nil, lock: Int? = nil, _ db: Database
  ) throws -> [FrozenDocument] {
    let now = try lock ?? PeriodStory(db).lockNumber(of: period)
    guard let now else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT frozen_document.id, kind, partner.code AS partner, happened_on, sha256, content
        FROM frozen_document
        JOIN period_step ON period_step.id = step_id
        JOIN period ON period.id = period_id
        LEFT JOIN partner ON partner.id = partner_id
        WHERE period.number = ? AND period_step.number = ? AND kind = coalesce(?, kind)
        ORDER BY kind, partner.code
        """,
      arguments: [period.number, now, kind]
    ).map { row in
      let found = FrozenDocument(
        period: period.name, kind: try row.value("kind"), partner: try row.value("partner"),
        lockedOn: try row.value("happened_on"), lock: now, sha256: try row.value("sha256"),
        content: try row.value("content"))
      guard FileDigest(of: Array(found.content.utf8)).sha256 == found.sha256 else {
        throw FrozenProblem.changed(found.kind, period: period.name, row: try row.value("id"))
      }
      return found
    }
  }
}

/// Why a frozen document cannot be given.
package enum FrozenProblem: Problem, Equatable {
  /// Its bytes are not those that were frozen.
  case changed(String, period: String, row: Int64)
  /// Its bytes are those that were frozen, and no statement can be read of them.
  case unreadable(String, period: String)
  case none(String, period: String, known: [String])

  package var message: String {
    switch self {
    case .changed(let kind, let period, let row):
      "The document \(kind) of \(period) is not what was frozen: its SHA-256 differs, in table "
        + "frozen_document, row \(row), column content."
    case .unreadable(let kind, let period):
      "The document \(kind) that the lock of \(period) keeps cannot be read."
    case .none(let kind, let period, _): "\(period) has no frozen document \(kind)."
    }
  }

  package var hint: String? {
    switch self {
    case .changed, .unreadable: "another program changed the project file; take it from a copy"
    case .none(_, let period, let known):
      known.isEmpty
        ? "lock the period first: blues report period lock \(period)"
        : "known: \(known.joined(separator: ", "))"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .changed, .unreadable: .badData
    case .none: .notFound
    }
  }
}

extension Store {
  package var frozenDocuments: FrozenDocuments { FrozenDocuments(store: self) }
}
