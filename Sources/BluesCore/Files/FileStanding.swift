/// How a registered file is now.
package enum FileStanding: String, Sendable, CaseIterable {
  case unchanged, changed, missing, unreadable
  /// Registered without a file.
  case elsewhere

  package var isSound: Bool { self == .unchanged || self == .elsewhere }

  /// Reads a registered file again and holds it against its SHA-256.
  init(of file: String?, _ digest: FileDigest?, in folder: FileFolder) {
    guard let file, let digest else {
      self = .elsewhere
      return
    }
    do throws(FileProblem) {
      self = try folder.digest(of: file) == digest ? .unchanged : .changed
    } catch {
      if case .missing = error { self = .missing } else { self = .unreadable }
    }
  }
}
