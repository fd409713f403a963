package import Documents

/// What is found in place of a file that was registered, when it is packed.
package enum PackedFinding: Sendable, Equatable {
  /// The very file.
  case intact
  case missing
  /// A file with other bytes, and their digest where the file is in the project's folder.
  case changed(FileDigest?)
  case unreadable(String)
  /// A document that lies elsewhere, and has no file here.
  case elsewhere
  /// A file that a record names, and that nobody registered.
  case unregistered

  /// Whether an auditor would ask.
  package var isFault: Bool {
    switch self {
    case .intact, .elsewhere: false
    case .missing, .changed, .unreadable, .unregistered: true
    }
  }

  /// What to tell about a document that is not as it was registered.
  package func fault(of document: String) -> String? {
    switch self {
    case .intact, .elsewhere: nil
    case .missing: "\(document) is missing."
    case .changed: "\(document) is not the file that was registered."
    case .unreadable(let why): "\(document): \(why)"
    case .unregistered: "\(document) is named, and not registered."
    }
  }

  package var cell: Cell {
    switch self {
    case .intact: .state("as registered", .good)
    case .missing: .state("missing", .bad)
    case .changed: .state("changed since", .bad)
    case .unreadable: .state("unreadable", .bad)
    case .elsewhere: .state("elsewhere", .muted)
    case .unregistered: .state("named, not registered", .bad)
    }
  }

  /// The SHA-256 that a changed file has now.
  package var newDigest: Cell {
    guard case .changed(let now) = self else { return .empty }
    return .text(orEmpty: now?.sha256)
  }
}
