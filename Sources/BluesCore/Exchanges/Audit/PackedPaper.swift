package import Basics
package import Documents
internal import GRDB

/// A registered paper as it is found when an audit pack is made.
package struct PackedPaper: Sendable, Equatable {
  /// What is found in place of the file that was registered.
  package enum Finding: Sendable, Equatable {
    /// The very file.
    case intact
    case missing
    /// A file with other bytes.
    case changed(FileDigest)
    case unreadable(String)
    /// A paper that lies elsewhere, and has no file here.
    case elsewhere

    /// Whether an auditor would ask.
    package var isFault: Bool {
      switch self {
      case .intact, .elsewhere: false
      case .missing, .changed, .unreadable: true
      }
    }
  }

  package let code: ExchangeCode
  package let kind: String
  /// As it was registered.
  package let file: String?
  package let sha256: String?
  package let dated: Day
  package let note: String?
  /// Each party that signed, with the day.
  package let signatures: [String]
  package let finding: Finding
  /// Its name in the archive; none where no file goes in.
  package let name: String?

  package var isFault: Bool { finding.isFault }

  /// What to tell about a paper that is not as it was registered.
  package var fault: String? {
    let paper = "\(code) \(kind) \(file ?? "")"
    switch finding {
    case .intact, .elsewhere: return nil
    case .missing: return "\(paper) is missing."
    case .changed: return "\(paper) is not the file that was registered."
    case .unreadable(let why): return "\(paper): \(why)"
    }
  }

  package static let fields: [Field<PackedPaper>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("kind", "Paper") { .text($0.kind) },
    Field("dated", "Date") { .day($0.dated) },
    Field("signatures", "Signed by") { .list($0.signatures) },
    Field("finding", "Found") { $0.finding.cell },
    Field("name", "In the archive") { .text(orEmpty: $0.name) },
    Field("file", "Registered as", shown: false) { .text(orEmpty: $0.file) },
    Field("sha256", "SHA-256") { .text(orEmpty: $0.sha256) },
    Field("sha256_now", "SHA-256 now", shown: false) { paper in
      guard case .changed(let now) = paper.finding else { return .empty }
      return .text(now.sha256)
    },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}

extension PackedPaper.Finding {
  var cell: Cell {
    switch self {
    case .intact: .state("as registered", .good)
    case .missing: .state("missing", .bad)
    case .changed: .state("changed since", .bad)
    case .unreadable: .state("unreadable", .bad)
    case .elsewhere: .state("elsewhere", .muted)
    }
  }
}
