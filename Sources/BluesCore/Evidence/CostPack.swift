internal import Basics
internal import Documents
internal import GRDB

/// The audit pack of a partner and a period: its statement, lines, timesheets and receipts in one archive.
package struct CostPack: Sendable {
  let store: Store
  let statement: FinancialStatement
  let entry: ReportingPeriods.Entry
  private let ledger: Ledger

  private var packer: FilePacker { FilePacker(store) }

  /// - Throws: `EvidenceProblem.noCosts` for a statement without lines.
  package init(_ store: Store, of partner: String, in period: String) throws {
    self.store = store
    ledger = try store.statements.ledger()
    entry = try ledger.periods.named(period)
    let code = try store.partners.one(PartnerCode(partner)).code.description
    statement = ledger.statement(of: code, in: entry.name)
    guard !statement.lines.isEmpty else { throw EvidenceProblem.noCosts(code, entry.name) }
  }

  /// Every document behind the lines: receipts of costs, papers of exchanges, timesheets of persons.
  package func receipts() throws -> [PackedReceipt] {
    let sources = Set(statement.lines.map(\.source))
    let persons = Set(statement.lines.filter { $0.personMonths != nil }.compactMap(\.party))
    let rows = try store.evidence.rows().filter { sources.contains($0.cost.code.description) }
    var number = 0
    func packed(_ document: ProjectDocument, of code: String, in folder: String) -> PackedReceipt {
      number += 1
      let finding = packer.find(document.file, document.digest?.sha256)
      return PackedReceipt(
        code: code, kind: document.kind, file: document.file, sha256: document.digest?.sha256,
        dated: document.dated, note: document.note, finding: finding,
        name: packer.name(
          "\(folder)/\(code)", document.kind, number, of: document.file, finding))
    }
    let costs = rows.flatMap { row -> [PackedReceipt] in
      let code = row.cost.code.description
      guard row.documents.isEmpty, let place = row.cost.evidence else {
        return row.documents.map { packed($0, of: code, in: "receipts") }
      }
      return [
        PackedReceipt(
          code: code, kind: CostEvidence.usualKind, file: nil, sha256: nil,
          dated: row.cost.incurredOn, note: place,
          finding: NotedPlace.isPath(place) ? .unregistered : .elsewhere, name: nil)
      ]
    }
    let sheets = try ofPersons().filter { persons.contains($0.code) && isOfPeriod($0.document) }
      .map { packed($0.document, of: $0.code, in: "timesheets") }
    return costs + sheets + (try papers(sources))
  }

  /// The lines behind which no file is in the archive.
  package func withoutReceipt(_ receipts: [PackedReceipt]) -> [LedgerLine] {
    let known = Set(receipts.filter { $0.name != nil }.map(\.code))
    return statement.lines.filter {
      !known.contains($0.source) && !known.contains($0.party ?? "")
    }
  }

  /// Writes the archive, index first, a piece at a time; what was found is handed back.
  ///
  /// Only bytes that were registered go in; a file that is missing or was changed stands in the index
  /// alone.
  package func write(to put: @escaping ([UInt8]) throws -> Void) throws -> [PackedReceipt] {
    let receipts = try receipts()
    var parts: [(name: String, bytes: [UInt8])] = [
      ("index.html", try index(receipts).bytes(Rendering(format: .html))),
      ("index.csv", try Self.csv("files", PackedReceipt.fields, receipts)),
    ]
    let page = try store.statements.document(of: statement.partner, in: entry, ledger)
    parts += [
      ("statement.html", try page.bytes(Rendering(format: .html))),
      (
        "statement.csv",
        try Self.csv(
          "categories", StatementContent.CategoryRow.fields,
          statement.sums.map(StatementContent.CategoryRow.init))
      ),
      ("lines.csv", try Self.csv("lines", LedgerLine.fields, statement.lines)),
      ("timesheets.csv", try Self.csv("timesheets", TimesheetEntry.fields, timesheets())),
    ]
    parts.append(("sha256.txt", Self.digests(parts, receipts)))
    var zip = ZipWriter(instant: store.invocation.at, to: put)
    for part in parts { try zip.add(part.name, part.bytes) }
    for receipt in receipts {
      guard let name = receipt.name, let file = receipt.file else { continue }
      try packer.add(name, file, receipt.sha256, to: &zip)
    }
    try zip.finish()
    return receipts
  }

  private static func csv<Row>(
    _ noun: String, _ fields: [Field<Row>], _ rows: [Row]
  ) throws -> [UInt8] {
    try Document(
      schema: "blues.cost-pack/1",
      blocks: [.table(Table(noun: noun, fields: fields, rows: rows))]
    ).bytes(Rendering(format: .csv))
  }

  /// Every file of the archive with its SHA-256, as `sha256sum --check` reads it.
  private static func digests(
    _ parts: [(name: String, bytes: [UInt8])], _ receipts: [PackedReceipt]
  ) -> [UInt8] {
    let own = parts.map { "\(FileDigest(of: $0.bytes).sha256)  \($0.name)" }
    let files = receipts.compactMap { receipt -> String? in
      guard let name = receipt.name else { return nil }
      return receipt.sha256.map { "\($0)  \(name)" }
    }
    return Array((own + files).map { "\($0)\n" }.joined().utf8)
  }

  private func papers(_ sources: Set<String>) throws -> [PackedReceipt] {
    let codes = sources.filter { $0.hasPrefix("EX-") }.compactMap { try? ExchangeCode($0) }
    guard !codes.isEmpty else { return [] }
    return try store.auditPack.papers(of: codes.sorted()).map { PackedReceipt($0) }
  }

  private func ofPersons() throws -> [(code: String, document: ProjectDocument)] {
    try store.read { db in
      let codes = try Person.register.codesByRow(db)
      return try ProjectDocument.fetchAll(db).filter { $0.place.table == "person" }
        .compactMap { stored in codes[stored.place.id].map { ($0, stored.document) } }
    }
  }

  /// Whether a document of a person is of the period; timesheets are signed soon after it.
  private func isOfPeriod(_ document: ProjectDocument) -> Bool {
    (entry.days.lowerBound...entry.days.upperBound.adding(days: 60)).contains(document.dated)
  }

  /// The page that is first in the archive, faults before all.
  private func index(_ receipts: [PackedReceipt]) throws -> Document {
    let project = try store.project.overview().project
    let faults = receipts.compactMap(\.fault).map { Block.note($0, .bad) }
    let grant = project.grantNumber.map { ", grant agreement \($0)" } ?? ""
    return Document(
      schema: "blues.cost-pack/1",
      title: "Audit pack of \(statement.partner), \(entry.name)",
      subtitle: "\(project.acronym)\(grant), \(store.invocation.today)",
      blocks: faults + [
        .facts(
          Facts([
            Fact("total_costs", "Total costs", .amount(statement.totalCosts)),
            Fact("requested", "Requested", .amount(statement.requestedContribution)),
            Fact("state", "State of the period", .text(entry.state.rawValue)),
            Fact("lines", "Lines", .integer(statement.lines.count)),
          ])),
        .section("Files"),
        .table(
          Table(
            noun: "files", emptySentence: "No files are registered.",
            fields: PackedReceipt.fields, rows: receipts)),
        .section("Lines without a file"),
        .table(
          Table(
            noun: "without", emptySentence: "Every line has a file.",
            fields: LedgerLine.fields, rows: withoutReceipt(receipts))),
      ])
  }
}
