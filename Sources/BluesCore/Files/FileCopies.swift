/// The copies that one change makes beside the project; none is left when the change fails.
final class FileCopies {
  private let folder: FileFolder
  private let isRehearsal: Bool
  private var made: [(name: String, draft: String)] = []
  /// The names that a dry run would have given.
  private var promised: Set<String> = []

  private init(_ store: Store) {
    folder = FileFolder(projectFile: store.path)
    isRehearsal = store.invocation.isRehearsal
  }

  /// Runs a change that may copy files, and takes its copies away again when it fails.
  static func with<T>(_ store: Store, _ change: (FileCopies) throws -> T) throws -> T {
    let copies = FileCopies(store)
    defer { for copy in copies.made { copies.folder.discard(copy.draft) } }
    do {
      return try change(copies)
    } catch {
      for copy in copies.made { copies.folder.discard(copy.name) }
      throw error
    }
  }

  /// The place of a file for the register, copied first where that is wanted; `code` is that of
  /// the record it stands behind.
  func place(
    of file: FileToRegister?, isCopied: Bool, behind code: String, kind: String
  ) throws -> String? {
    guard let file else { return nil }
    guard isCopied else { return try folder.registered(file.path) }
    guard !isRehearsal else {
      var free = folder.freeName(code, kind, like: file.path)
      while !promised.insert(free.name).inserted {
        free = folder.freeName(code, kind, like: file.path, from: free.number + 1)
      }
      return free.name
    }
    let copy = try folder.copy(file.path, file.digest, code, kind, number: made.count)
    made.append(copy)
    return copy.name
  }
}

/// A file that is to be registered, as it was read before the change.
struct FileToRegister: Sendable {
  let path: String
  let digest: FileDigest

  init(path: String) throws {
    self.path = path
    digest = try FileDigest(path: path)
  }
}
