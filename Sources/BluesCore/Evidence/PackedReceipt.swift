package import Basics
package import Documents

/// A document behind a statement, as it is found when an audit pack is made.
package struct PackedReceipt: Sendable, Equatable {
  /// The cost, person or exchange that it stands behind.
  package let code: String
  package let kind: String
  /// As it was registered.
  package let file: String?
  package let sha256: String?
  package let dated: Day?
  package let note: String?
  package let finding: PackedFinding
  /// Its name in the archive; none where no file goes in.
  package let name: String?

  /// What to tell about a document that is not as it was registered.
  package var fault: String? { finding.fault(of: "\(code) \(kind) \(file ?? note ?? "")") }

  package static let fields: [Field<PackedReceipt>] = [
    Field("code", "No") { .text($0.code) },
    Field("kind", "Document") { .text($0.kind) },
    Field("dated", "Date") { .day(orEmpty: $0.dated) },
    Field("finding", "Found") { $0.finding.cell },
    Field("name", "In the archive") { .text(orEmpty: $0.name) },
    Field("file", "Registered as", shown: false) { .text(orEmpty: $0.file) },
    Field("sha256", "SHA-256") { .text(orEmpty: $0.sha256) },
    Field("sha256_now", "SHA-256 now", shown: false) { $0.finding.newDigest },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}

extension PackedReceipt {
  /// A paper of an exchange, whose payment is a cost of category C.
  init(_ paper: PackedPaper) {
    self.init(
      code: paper.code.description, kind: paper.kind, file: paper.file, sha256: paper.sha256,
      dated: paper.dated, note: paper.note, finding: paper.finding, name: paper.name)
  }
}
