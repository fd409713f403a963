internal import Basics
internal import GRDB

/// The files beside the project: the copies that blues makes are cleaned, the others are named.
struct CleanedCopies {
  /// The copies that were cleaned, or would be.
  private(set) var cleaned: [String] = []
  private var others: [Erasure.File] = []

  init(of store: Store, _ persons: [ErasedPerson]) throws {
    guard store.path != ":memory:" else { return }
    let folder = Store.folder(of: store.path)
    let project = store.path.split(separator: "/").last.map(String.init) ?? store.path
    for name in FolderEntry.names(in: folder) ?? [] where Self.isCopy(name, of: project) {
      do {
        if !store.invocation.isRehearsal {
          try Self.clean("\(folder)/\(name)", persons)
        }
        cleaned.append(name)
      } catch {
        others.append(Erasure.File(path: name, why: "an earlier copy that cannot be changed"))
      }
    }
    let spared = Set([project] + ["-wal", "-shm", "-journal"].map { project + $0 } + cleaned)
    others += FolderScan(persons.map(\.rows.words)).files(below: folder, besides: spared).map {
      Erasure.File(path: $0, why: "names the person")
    }
  }

  /// The files that only the user can delete, each once.
  func files(_ more: [Erasure.File]) -> [Erasure.File] {
    var seen: Set<String> = []
    return (more + others).filter { seen.insert($0.path).inserted }
  }

  /// Whether a file is a copy that blues made before it changed the layout.
  private static func isCopy(_ name: String, of project: String) -> Bool {
    let start = "\(project).before-layout-"
    return name.hasPrefix(start) && name.dropFirst(start.count).allSatisfy(\.isNumber)
  }

  private static func clean(_ path: String, _ persons: [ErasedPerson]) throws {
    let queue = try DatabaseQueue(
      path: Store.sqliteName(path), configuration: Store.configuration(.writing))
    try queue.inTransaction(.immediate) { db in
      for person in persons {
        var eraser = Eraser(
          try ErasedRows(person.rows.contacts, in: db), pseudonym: person.pseudonym, in: db)
        try eraser.run()
      }
      if try db.tableExists("contact_search") { try SearchIndex.fillAnew(db) }
      return .commit
    }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM")
      guard try Store.emptyLog(db) else { throw StoreProblem.busy }
    }
    try queue.close()
  }
}
