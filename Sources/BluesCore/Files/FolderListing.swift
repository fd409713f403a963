internal import Basics
internal import Glibc

/// What lies in a folder that somebody filled with files.
enum FolderListing {
  /// The names in a folder in order, without those that systems and programs put there unseen.
  static func entries(of folder: String) throws -> [String] {
    guard let names = FolderEntry.names(in: folder) else {
      throw FileProblem(path: folder, code: errno)
    }
    return names.filter { !$0.hasPrefix(".") && !unseen.contains($0.asciiLowered) }
  }

  static func isFolder(_ path: String) -> Bool {
    var found = stat()
    return stat(path.fileName, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }

  /// A file's name without its ending.
  static func stem(of name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
    return String(name[..<point])
  }

  private static let unseen: Set<String> = ["thumbs.db", "desktop.ini"]
}
