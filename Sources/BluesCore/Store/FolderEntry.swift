internal import Basics
internal import Glibc

/// The line of a folder that holds a file's name.
package enum FolderEntry {
  /// Makes a new name durable, which it is only when its folder is; answers the error's number,
  /// and zero where all is well.
  ///
  /// A folder that may not be read, or a disk that knows no such thing, is no failure.
  package static func sync(_ folder: String) -> Int32 {
    let handle = open(folder.fileName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return errno == EACCES ? 0 : errno }
    defer { close(handle) }
    guard fsync(handle) != 0 else { return 0 }
    return errno == EINVAL ? 0 : errno
  }

  /// The names of what a folder holds, in order; nil where it cannot be read, and `errno` says why.
  package static func names(in folder: String) -> [String]? {
    guard let entries = opendir(folder.fileName) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.text($0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
