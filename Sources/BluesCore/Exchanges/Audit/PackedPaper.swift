package import Basics
package import Documents
internal import GRDB

/// A registered paper as it is found when an audit pack is made.
package struct PackedPaper: Sendable, Equatable {
  package let code: ExchangeCode
  package let kind: String
  /// As it was registered.
  package let file: String?
  package let sha256: String?
  package let dated: Day
  package let note: String?
  /// Each party that signed, with the day.
  package let signatures: [String]
  package let finding: PackedFinding
  /// Its name in the archive; none where no file goes in.
  package let name: String?

  package var isFault: Bool { finding.isFault }

  /// What to tell about a paper that is not as it was registered.
  package var fault: String? { finding.fault(of: "\(code) \(kind) \(file ?? "")") }

  package static let fields: [Field<PackedPaper>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("kind", "Paper") { .text($0.kind) },
    Field("dated", "Date") { .day($0.dated) },
    Field("signatures", "Signed by") { .list($0.signatures) },
    Field("finding", "Found") { $0.finding.cell },
    Field("name", "In the archive") { .text(orEmpty: $0.name) },
    Field("file", "Registered as", shown: false) { .text(orEmpty: $0.file) },
    Field("sha256", "SHA-256") { .text(orEmpty: $0.sha256) },
    Field("sha256_now", "SHA-256 now", shown: false) { $0.finding.newDigest },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}
