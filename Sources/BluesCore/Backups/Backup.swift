internal import Basics
internal import GRDB
internal import Glibc

/// A backup of the project file: complete and read again before it has its name.
///
/// Files that are registered and kept beside the project are not in it.
package struct Backup: Sendable {
  let store: Store

  /// What was made.
  package struct Made: Sendable, Equatable {
    package let path: String
    package let bytes: Int
    package let steps: Int
    /// Earlier backups that were removed, or would be.
    package let removed: [String]
    /// Registered files that are not in it.
    package let files: Int
    /// What killed commands had left in the folder.
    package var cleared: [String] = []
  }

  /// Encrypts one file into another that is not there yet.
  package typealias Encryption = (_ plain: String, _ encrypted: String) throws -> Void

  /// Makes a backup in a folder, or as a file that is not there yet; of those that it made in the
  /// folder before, the last ones are kept.
  ///
  /// - Throws: `BackupProblem`.
  package func make(
    to goal: String, keep: Int? = nil, encrypting: Encryption? = nil,
    telling: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws -> Made {
    if let keep, keep < 1 { throw BackupProblem.keep(keep) }
    let place = try BackupPlace(
      goal, of: store.path, at: store.invocation.at, isEncrypted: encrypting != nil,
      ofSeveral: keep != nil)
    if keep != nil, place.folder == nil { throw BackupProblem.keepOfFile(goal) }
    let surplus = keep.map { place.surplus(keeping: $0) } ?? []
    let steps = try store.history.steps().count
    let files = try store.documents.all().count { $0.document.file != nil }
    var (bytes, cleared): (Int, [String]) = (0, [])
    if !store.invocation.isRehearsal {
      try place.makeFolder()
      cleared = place.clearLeftovers()
      bytes = try write(to: place.path, encrypting, telling)
      for path in surplus { unlink(path.fileName) }
    }
    return Made(
      path: place.path, bytes: bytes, steps: steps, removed: surplus, files: files,
      cleared: cleared)
  }

  private func write(
    to path: String, _ encrypting: Encryption?, _ telling: @escaping (Int, Int) -> Void
  ) throws -> Int {
    // What is to be encrypted never lies beside its goal in the clear; a draft of the project is
    // cleared by the next command that writes.
    let part = Leftovers.draftName(of: path)
    let copy = try store.translating {
      try ProjectCopy.make(
        of: store.queue, at: encrypting == nil ? part : "\(store.path).new-\(getpid())",
        telling: telling)
    }
    defer { copy.remove() }
    guard let encrypting else {
      let size = try Self.size(of: copy.path)
      try copy.appear(as: path)
      return size
    }
    let encrypted = ProjectCopy(path: part)
    defer { encrypted.remove() }
    try encrypting(copy.path, part)
    let size = try Self.size(of: part)
    try encrypted.appear(as: path)
    return size
  }

  private static func size(of path: String) throws -> Int {
    var found = stat()
    guard stat(path.fileName, &found) == 0 else { throw ProjectCopy.failed(path) }
    return Int(found.st_size)
  }
}

extension Store {
  package var backup: Backup { Backup(store: self) }
}
