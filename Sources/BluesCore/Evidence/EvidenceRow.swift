package import Documents
internal import GRDB

/// A cost with its receipts.
package struct EvidenceRow: Sendable, Equatable {
  package let cost: CostLine
  package let documents: [ProjectDocument]

  /// Whether neither a file is registered nor a place is noted; the name of a file is not the file.
  package var isMissing: Bool {
    documents.isEmpty && cost.evidence.map(NotedPlace.isPath) != false
  }

  package static let fields: [Field<EvidenceRow>] = [
    Field("code", "No", "The code of the cost, such as K12.", rank: .key) {
      .text($0.cost.code.description)
    },
    Field("partner", "Partner", "The partner that paid it.") { .text($0.cost.partner) },
    Field("incurred_on", "Incurred", "The day of the cost.", kind: .day, shown: false) {
      .day(orEmpty: $0.cost.incurredOn)
    },
    Field(
      "charged_in", "Charged in", "The reporting period, where the cost says it.", shown: false
    ) { .text(orEmpty: $0.cost.chargedIn) },
    Field("description", "Description", "What was paid for.", rank: .main) {
      .text($0.cost.description)
    },
    Field("supplier", "Supplier", "Who was paid.") { .text(orEmpty: $0.cost.supplier) },
    Field("invoice", "Invoice", "The number of the invoice.") { .text(orEmpty: $0.cost.invoice) },
    Field("eligible", "Eligible", "What is declared of it.", kind: .amount) {
      .amount($0.cost.eligible)
    },
    Field("documents", "Documents", "The codes of its documents.", kind: .list) {
      .list($0.documents.map(\.code))
    },
    Field("files", "Files", "The paths of its files.", kind: .list, shown: false) {
      .list($0.documents.compactMap(\.file))
    },
    Field("sha256", "SHA-256", "The SHA-256 of each file.", kind: .list, shown: false) {
      .list($0.documents.compactMap { $0.digest?.sha256 })
    },
    Field("evidence", "Noted", "Where its receipt is, as the cost says it.") {
      .text(orEmpty: $0.cost.evidence)
    },
    Field(
      "missing", "Missing",
      "Whether it has no receipt: no file is registered, and at most the name of one is noted.",
      kind: .flag
    ) { .flag($0.isMissing) },
  ]
}

extension CostEvidence {
  /// Every cost with its receipts.
  package func rows() throws -> [EvidenceRow] {
    try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      let codes = try CostLine.register.codesByRow(db)
      let stored = Dictionary(
        grouping: try ProjectDocument.fetchAll(db).filter { $0.place.table == Self.table }
      ) { codes[$0.place.id] ?? "" }
      return try CostLine.register.fetchAll(context).map { cost in
        EvidenceRow(
          cost: cost, documents: (stored[cost.code.description] ?? []).map(\.document))
      }
    }
  }
}
