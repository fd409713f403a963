internal import Basics
package import Documents
internal import GRDB

/// The receipts of the costs: documents behind them, with the SHA-256 of their files.
package struct CostEvidence: Sendable {
  let store: Store

  /// What is said of all receipts of a folder that is imported.
  package struct Request: Sendable {
    package let folder: String
    package var partner: String?
    package var kind: String?
    package var isCopied = false

    package init(folder: String) { self.folder = folder }
  }

  /// What came of one file.
  package struct FileRow: Sendable, Equatable {
    /// What a file is, by the number of the invoice in its name.
    package enum Finding: String, Sendable, CaseIterable {
      case registered, unchanged, ambiguous, unmatched, unreadable

      package var isRefused: Bool { self != .registered && self != .unchanged }
    }

    package let file: String
    package let finding: Finding
    /// The costs that it is the receipt of, or could be.
    package let costs: [String]
    package let invoice: String?
    package let supplier: String?
    package let sha256: String?

    package static let fields: [Field<FileRow>] = [
      Field("file", "File", "The path of the file.", rank: .key) { .text($0.file) },
      Field("finding", "Found", "What it is.", kind: .words(of: Finding.self)) {
        .state($0.finding.rawValue, $0.finding.isRefused ? .warning : .good)
      },
      Field("costs", "Costs", "The costs that it is of, or could be.", kind: .list) {
        .list($0.costs)
      },
      Field("invoice", "Invoice", "The number of the invoice.") { .text(orEmpty: $0.invoice) },
      Field("supplier", "Supplier", "Who was paid.") { .text(orEmpty: $0.supplier) },
      Field("sha256", "SHA-256", "The SHA-256 of the file.", shown: false) {
        .text(orEmpty: $0.sha256)
      },
    ]
  }

  /// Registers the files of a folder as the receipts of the invoices that their names have, as one step.
  ///
  /// A file that is registered already stays as it is, so that a folder which grows can be imported
  /// again.
  ///
  /// - Throws: `EvidenceProblem` and `FileProblem` for a folder that cannot be taken.
  package func importFolder(_ request: Request) throws -> [FileRow] {
    let partners = try store.partners.all().map(\.code.description)
    let only = try request.partner.map { try store.partners.one(PartnerCode($0)).code.description }
    let kind = try DocumentDraft(kind: request.kind ?? Self.usualKind).kind
    let costs = try store.costs.all()
    let folder = try ReceiptFolder(request.folder, partners: partners)
    var indexes: [String?: InvoiceIndex] = [:]
    for partner in Set(folder.found.map { $0.partner ?? only }) {
      indexes[partner] = InvoiceIndex(costs.filter { partner == nil || $0.partner == partner })
    }
    let files = try folder.found.map { file in
      try MatchedFile(
        file.path, indexes[file.partner ?? only]?.match(file.name, at: file.path) ?? .none)
    }
    return try FileCopies.with(store) { copies in
      try store.write { write in
        let ids = try CostLine.register.codesByRow(write.db)
        let rows = Dictionary(ids.map { ($0.value, $0.key) }, uniquingKeysWith: { $1 })
        let taken = try files.map { file in
          try Self.take(file, kind, request.isCopied, rows, copies, write)
        }
        let added = taken.filter { $0.finding == .registered }
        let codes = added.flatMap(\.costs)
        write.records(
          "registered \(counted(added.count, "receipt")) of \(counted(Set(codes).count, "cost"))",
          affecting: codes)
        return taken
      }
    }
  }

  package static let usualKind = "receipt"

  private static func take(
    _ file: MatchedFile, _ kind: String, _ isCopied: Bool, _ rows: [String: Int64],
    _ copies: FileCopies, _ write: Transaction
  ) throws -> FileRow {
    switch file.match {
    case .none: return row(file.path, .unmatched, [])
    case .ambiguous(let costs): return row(file.path, .ambiguous, costs)
    case .costs(let costs):
      guard let read = file.read else { return row(file.path, .unreadable, costs) }
      var isNew = false
      for cost in costs {
        guard let id = rows[cost.code.description] else { continue }
        var draft = try DocumentDraft(kind: kind)
        draft.file = file.path
        draft.isCopied = isCopied
        draft.dated = cost.incurredOn.map { min($0, write.invocation.today) }
        do {
          _ = try draft.insert(
            read, behind: RecordPlace(table: table, id: id), cost.code.description, copies, write)
          isNew = true
        } catch DocumentProblem.thereAlready {
          continue
        }
      }
      return row(file.path, isNew ? .registered : .unchanged, costs, read.digest.sha256)
    }
  }

  static let table = "cost_line"

  private static func row(
    _ path: String, _ finding: FileRow.Finding, _ costs: [CostLine], _ sha256: String? = nil
  ) -> FileRow {
    let isOne = finding != .ambiguous
    return FileRow(
      file: path, finding: finding, costs: costs.map(\.code.description),
      invoice: costs.first?.invoice, supplier: isOne ? costs.first?.supplier : nil, sha256: sha256)
  }
}

extension Store {
  package var evidence: CostEvidence { CostEvidence(store: self) }
}

/// A file with what it is the receipt of, read before the change, which then waits for no disk.
private struct MatchedFile {
  let path: String
  let match: ReceiptMatch
  /// Nil for a file that cannot be read, or is the receipt of nothing.
  let read: FileToRegister?

  init(_ path: String, _ match: ReceiptMatch) throws {
    self.path = path
    self.match = match
    guard case .costs = match else {
      read = nil
      return
    }
    do {
      read = try FileToRegister(path: path)
    } catch is FileProblem {
      read = nil
    }
  }
}
