internal import Documents
internal import GRDB

/// A document that the lock of a period keeps to the byte.
///
/// A new kind is one file with one of these, named in `FrozenDocuments.kinds`.
package protocol PeriodDocument: Sendable {
  /// What it is called, such as `financial-statement`.
  static var kind: String { get }
  /// The documents of the period, each of one partner or of the whole project.
  static func documents(_ context: PeriodContext) throws -> [DrawnDocument]
}

/// A document as it is now, before it is frozen.
package struct DrawnDocument: Sendable, Equatable {
  package let kind: String
  /// The short name of the partner; nil for the whole project.
  package let partner: String?
  /// Its canonical JSON.
  package let content: String

  package init(_ kind: String, partner: String? = nil, content: String) {
    self.kind = kind
    self.partner = partner
    self.content = content
  }

  /// The document as its JSON.
  init(_ kind: String, partner: String? = nil, _ document: Document) throws {
    let bytes = try document.bytes(Rendering(format: .json))
    self.init(kind, partner: partner, content: String(decoding: bytes, as: UTF8.self))
  }
}

/// The states of play of the risks in the period.
enum RiskStatesDocument: PeriodDocument {
  static let kind = "risk-states"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    let states = try context.store.riskStates.all(in: context.period.name)
    return [
      try DrawnDocument(
        kind,
        Document(
          schema: "blues.riskstates/1",
          blocks: [.table(Table(noun: "states", fields: RiskState.fields, rows: states))]))
    ]
  }
}

/// The deliverables that were due by the end of the period, with their justifications.
enum DeliverablesDocument: PeriodDocument {
  static let kind = "deliverables"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    let due = try context.store.deliverables.all().filter {
      $0.dueOn <= context.days.upperBound
    }
    return [
      try DrawnDocument(
        kind,
        Document(
          schema: Deliverable.register.schema,
          blocks: [
            .table(
              Table(noun: "deliverables", fields: Deliverable.register.exported, rows: due))
          ]))
    ]
  }
}

/// The exchange rates of the period; none where the stored rates do not cover it.
enum ExchangeRatesDocument: PeriodDocument {
  static let kind = "exchange-rates"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    let rates: [PeriodRate]
    do {
      rates = try context.store.periodRates.all(in: context.period.name)
    } catch is RateProblem {
      return []
    }
    guard !rates.isEmpty else { return [] }
    return [
      try DrawnDocument(
        kind,
        Document(
          schema: "blues.rate-averages/1",
          blocks: [.table(Table(noun: "averages", fields: PeriodRate.fields, rows: rates))]))
    ]
  }
}

extension FrozenDocuments {
  /// Every kind of document that a lock keeps.
  static let kinds: [any PeriodDocument.Type] = [
    RiskStatesDocument.self, DeliverablesDocument.self, ExchangeRatesDocument.self,
    StatementsDocument.self, TextsDocument.self,
  ]

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
}
