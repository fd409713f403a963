internal import Basics
internal import Glibc

/// What a path leads to, however it is spelled.
package struct FilePlace: Sendable {
  /// The path without links and turns, also of a file that is not there yet.
  package let path: String?
  /// Device and number of the file; nil while there is none.
  package let node: Node?

  /// A file's device and its number there.
  package struct Node: Equatable, Sendable {
    let device: dev_t
    let number: ino_t
  }

  package init(_ path: String) {
    var found = stat()
    node = stat(path.fileName, &found) == 0 ? Node(device: found.st_dev, number: found.st_ino) : nil
    let folder = Store.folder(of: path)
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    self.path = Self.resolved(path) ?? Self.resolved(folder).map { "\($0)/\(name)" }
  }

  package func isSame(as other: FilePlace) -> Bool {
    (node != nil && node == other.node) || (path != nil && path == other.path)
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path.fileName, nil) else { return nil }
    defer { free(found) }
    return FileName.text(found)
  }
}
