internal import Basics
internal import GRDB
internal import Glibc

/// A backup that is to take the place of a project, looked through as a file of somebody else.
package struct Restore: Sendable {
  /// What a project's history comes to.
  package struct Standing: Sendable, Equatable {
    package let steps: Int
    /// The instant of the last step.
    package let last: String
  }

  /// What has the place now.
  package enum Present: Sendable, Equatable {
    case nothing
    case project(Standing)
    /// A project of ours that cannot be opened, and why.
    case broken(String)
  }

  package let standing: Standing
  package let present: Present
  private let source: Store
  private let path: String
  /// What the project that is there hands on; nil where there is none that can be read.
  private let carried: CarriedPrivacy?

  /// Whether the project that is there has steps that the backup does not have.
  package var isOlder: Bool {
    guard case .project(let now) = present else { return false }
    return now.last > standing.last || now.steps > standing.steps
  }

  /// Contacts whose persons were erased since the backup was made, and are erased again, such as C17.
  package var erasedAgain: [String] { codes(carried?.erased.keys.sorted()) }

  /// Contacts that were erased, whose numbers may be of other persons in the backup.
  package var doubtful: [String] { codes(carried?.doubtful) }

  /// How many entries of the stop list the backup lacks, which it gets.
  package var keptEntries: Int { carried?.entries.count ?? 0 }

  /// How many entries of the stop list cannot be kept, since the backup has a key of its own.
  package var lostEntries: Int { carried?.lost ?? 0 }

  /// Whether there is a project of which nobody can tell who was erased since.
  package var isUnread: Bool { present != .nothing && carried == nil }

  private func codes(_ contacts: [Int64]?) -> [String] {
    (contacts ?? []).map { "C\(RowID($0).running)" }
  }

  /// Reads a backup and what has the place of the project; nothing is written.
  ///
  /// - Throws: `BackupProblem` or `StoreProblem` for what is not a sound backup, or where something
  ///   that is not a project has the place.
  package init(of backup: String, to path: String, invocation: Invocation) throws {
    self.path = path
    try Self.refuseEncrypted(backup)
    guard !Self.isOne(backup, path) else { throw BackupProblem.same(backup) }
    source = try Store.openToRead(at: backup, invocation: invocation)
    standing = try Self.standing(of: source)
    try Self.check(source, backup)
    let there = try Self.present(at: path, invocation)
    present = there.state
    do {
      if let project = there.project {
        carried = try CarriedPrivacy(from: project, to: source)
      } else {
        carried = nil
      }
    } catch let problem as any Problem where problem.kind == .badData {
      // What cannot be read is no reason to keep it in its place.
      carried = nil
    }
  }

  /// Puts the backup in the place of the project, and tells under which name what was there is kept;
  /// what killed commands had left beside it is cleared and told.
  ///
  /// A project that can be opened gets the content in one transaction, so that others who have it
  /// open see it whole; a broken one is moved away first.
  package func run(telling: (String) -> Void = { _ in }) throws -> String? {
    guard !source.invocation.isRehearsal else { return nil }
    switch present {
    case .nothing:
      try putInPlace()
      return nil
    case .project:
      let goal = try Store.openToWrite(at: path, invocation: source.invocation)
      goal.cleared.forEach(telling)
      let kept = keptName()
      try goal.translating {
        try ProjectCopy.make(of: goal.queue, at: "\(path).new-\(getpid())").appear(as: kept)
        let content = try content()
        defer { content.draft?.remove() }
        try content.queue.backup(to: goal.queue)
        let counts = try content.queue.read { try ProjectCopy.counts($0) }
        guard try goal.queue.read({ try ProjectCopy.counts($0) }) == counts else {
          throw BackupProblem.unsound(path, detail: "it does not have the rows of the backup")
        }
      }
      return kept
    case .broken:
      let kept = keptName()
      try source.translating { try replace(keeping: kept) }
      return kept
    }
  }

  /// What takes the place: the backup, or a draft of it in which the persons that were erased since are
  /// erased again, so that at no moment the project has them.
  private func content() throws -> (queue: DatabaseQueue, draft: ProjectCopy?) {
    guard let carried, !carried.isEmpty else { return (source.queue, nil) }
    let copy = try draft()
    do {
      let queue = try DatabaseQueue(
        path: Store.sqliteName(copy.path), configuration: Store.configuration(.writing))
      try carried.apply(
        to: Store(
          queue: queue, path: copy.path, invocation: source.invocation, hooks: source.hooks))
      return (queue, copy)
    } catch {
      copy.remove()
      throw error
    }
  }

  private func putInPlace() throws {
    for ending in Store.fileEndings.dropFirst() where access((path + ending).fileName, F_OK) == 0 {
      throw BackupProblem.thereAlready(path + ending)
    }
    try source.translating {
      let copy = try draft()
      defer { copy.remove() }
      try copy.appear(as: path)
    }
  }

  /// Puts the backup in the place of a project that cannot be opened, which has a second name first:
  /// at no moment is there none of the two.
  private func replace(keeping kept: String) throws {
    let copy = try draft()
    defer { copy.remove() }
    // Beside another file its log would be taken for that file's.
    for ending in Store.fileEndings.dropFirst() {
      guard rename((path + ending).fileName, (kept + ending).fileName) == 0 || errno == ENOENT
      else { throw ProjectCopy.failed(kept + ending) }
    }
    guard link(path.fileName, kept.fileName) == 0 else { throw ProjectCopy.failed(kept) }
    guard rename(copy.path.fileName, path.fileName) == 0 else {
      let problem = ProjectCopy.failed(path)
      unlink(kept.fileName)
      throw problem
    }
    let code = FolderEntry.sync(Store.folder(of: path))
    guard code == 0 else {
      throw BackupProblem.cannotWrite(path, detail: String(cString: strerror(code)))
    }
  }

  /// The backup as a project under a name of its own.
  private func draft() throws -> ProjectCopy {
    let copy = try ProjectCopy.make(of: source.queue, at: "\(path).new-\(getpid())")
    do {
      let queue = try DatabaseQueue(path: Store.sqliteName(copy.path))
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
      return copy
    } catch {
      copy.remove()
      throw error
    }
  }

  /// A free name beside the project for what is there now.
  private func keptName() -> String {
    let first = "\(path).before-restore-\(source.invocation.at.filter { $0 != ":" })"
    var number = 1
    var found = stat()
    while lstat((number == 1 ? first : "\(first)-\(number)").fileName, &found) == 0 { number += 1 }
    return number == 1 ? first : "\(first)-\(number)"
  }

  private static func check(_ source: Store, _ backup: String) throws {
    let verdict = try source.translating {
      try source.queue.read { db in
        if let fault = try db.pageFaults(most: 1).first { return Optional(fault) }
        let lost = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
        return try lost.map {
          "table \(try $0.value(0, as: String.self)) refers to a row that is missing"
        }
      }
    }
    if let verdict { throw BackupProblem.unsound(backup, detail: verdict) }
  }

  private static func standing(of store: Store) throws -> Standing {
    let steps = try store.history.steps()
    return Standing(steps: steps.count, last: steps.first?.at ?? "")
  }

  private static func present(at path: String, _ invocation: Invocation) throws -> (
    state: Present, project: Store?
  ) {
    do {
      let project = try Store.openToRead(at: path, invocation: invocation)
      return (.project(try standing(of: project)), project)
    } catch let problem as StoreProblem {
      switch problem {
      case .missing: return (.nothing, nil)
      case .damaged, .foreign: return (.broken(problem.message), nil)
      default: throw problem
      }
    } catch let problem as any Problem where problem.kind == .badData {
      return (.broken(problem.message), nil)
    }
  }

  private static func refuseEncrypted(_ path: String) throws {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: BackupProblem.ageMark.count)
    guard read(descriptor, &bytes, bytes.count) == bytes.count else { return }
    if bytes == BackupProblem.ageMark { throw BackupProblem.encrypted(path) }
  }

  private static func isOne(_ name: String, _ other: String) -> Bool {
    var (one, another) = (stat(), stat())
    guard stat(name.fileName, &one) == 0, stat(other.fileName, &another) == 0 else { return false }
    return one.st_ino == another.st_ino && one.st_dev == another.st_dev
  }
}
