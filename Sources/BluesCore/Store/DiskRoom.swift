internal import Basics
internal import Glibc

/// Whether a disk has room left.
enum DiskRoom {
  /// Whether no block is free on the disk that holds a file.
  static func isFull(at path: String) -> Bool {
    var found = statvfs()
    guard path != ":memory:", statvfs(Store.folder(of: path).fileName, &found) == 0 else {
      return false
    }
    return isFull(blocks: UInt64(found.f_blocks), free: UInt64(found.f_bfree))
  }

  /// Places without blocks, such as `/proc`, are not full.
  static func isFull(blocks: UInt64, free: UInt64) -> Bool { blocks > 0 && free == 0 }
}

extension Store {
  /// Refuses at once what a full disk would let wait: SQLite says of its files there that they are busy.
  ///
  /// - Throws: `StoreProblem.full`.
  package func refuseFullDisk() throws {
    if DiskRoom.isFull(at: path) { throw StoreProblem.full(path: path) }
  }
}
