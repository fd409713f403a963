internal import GRDB

extension Papers {
  /// Reads every registered file again and holds it against its SHA-256.
  package func check(
    _ code: ExchangeCode? = nil
  ) throws -> [(paper: Paper, standing: FileStanding)] {
    let folder = FileFolder(projectFile: store.path)
    return try all(code).map {
      ($0, FileStanding(of: $0.file, $0.digest, in: folder))
    }
  }

  /// What a command that was killed left among the papers and documents is cleared by the next one
  /// that writes.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterOpening = [
      { db, path in
        try FileFolder(projectFile: path).clearLeftovers { file in
          try Bool.fetchOne(
            db,
            sql: """
              SELECT EXISTS (SELECT 1 FROM paper WHERE file = :file)
                  OR EXISTS (SELECT 1 FROM document WHERE file = :file)
              """, arguments: ["file": file]) == true
        }
      }
    ]
    return hooks
  }()
}
