/// The copies that one change makes beside the project; none is left when the change fails.
final class PaperCopies {
  private let folder: PaperFolder
  private let isRehearsal: Bool
  private var made: [(name: String, draft: String)] = []
  /// The names that a dry run would have given.
  private var promised: Set<String> = []

  private init(_ store: Store) {
    folder = PaperFolder(projectFile: store.path)
    isRehearsal = store.invocation.isRehearsal
  }

  /// Runs a change that may copy files, and takes its copies away again when it fails.
  static func with<T>(_ store: Store, _ change: (PaperCopies) throws -> T) throws -> T {
    let copies = PaperCopies(store)
    defer { for copy in copies.made { copies.folder.discard(copy.draft) } }
    do {
      return try change(copies)
    } catch {
      for copy in copies.made { copies.folder.discard(copy.name) }
      throw error
    }
  }

  /// The place of a paper's file for the register, copied first where that is wanted.
  func file(of paper: PreparedPaper) throws -> String? {
    guard let file = paper.draft.file, let digest = paper.digest else { return nil }
    guard paper.draft.isCopied else { return try folder.registered(file) }
    let kind = paper.draft.kind.kind
    guard !isRehearsal else {
      var free = folder.freeName(paper.code, kind, like: file)
      while !promised.insert(free.name).inserted {
        free = folder.freeName(paper.code, kind, like: file, from: free.number + 1)
      }
      return free.name
    }
    let copy = try folder.copy(file, digest, paper.code, kind, number: made.count)
    made.append(copy)
    return copy.name
  }
}
