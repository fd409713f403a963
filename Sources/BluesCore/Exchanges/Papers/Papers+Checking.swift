extension Papers {
  /// How a registered file stands now.
  package enum Standing: String, Sendable, CaseIterable {
    case unchanged, changed, missing, unreadable
    /// Registered without a file.
    case elsewhere

    package var isSound: Bool { self == .unchanged || self == .elsewhere }
  }

  /// Reads every registered file again and holds it against its SHA-256.
  package func check(_ code: ExchangeCode? = nil) throws -> [(paper: Paper, standing: Standing)] {
    let folder = PaperFolder(projectFile: store.path)
    return try all(code).map { ($0, Self.standing($0, folder)) }
  }

  private static func standing(_ paper: Paper, _ folder: PaperFolder) -> Standing {
    guard let file = paper.file, let digest = paper.digest else { return .elsewhere }
    do throws(FileProblem) {
      return try FileDigest(path: folder.path(of: file)) == digest ? .unchanged : .changed
    } catch {
      if case .missing = error { return .missing }
      return .unreadable
    }
  }
}
