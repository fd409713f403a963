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
}
