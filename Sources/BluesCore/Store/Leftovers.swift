internal import Basics
internal import Glibc

/// What a command that was killed left beside the project: unfinished files under names that end in
/// the number of its process.
package enum Leftovers {
  /// The names of what a folder holds; none where it cannot be read.
  static func names(in folder: String) -> [String] { FolderEntry.names(in: folder) ?? [] }

  /// What stands before the mark and the number of a process that is no more; nil for other names.
  static func stem(of name: String, mark: String) -> String? {
    guard let place = name.ranges(of: mark).last else { return nil }
    let digits = name[place.upperBound...]
    guard !digits.isEmpty, digits.count < 10, digits.first != "0",
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let process = pid_t(digits)
    else { return nil }
    return kill(process, 0) != 0 && errno == ESRCH ? String(name[..<place.lowerBound]) : nil
  }

  /// Removes a file that is ours alone, as every unfinished one is; tells whether it did.
  static func remove(_ path: String) -> Bool {
    var found = stat()
    guard lstat(path.fileName, &found) == 0, found.st_mode & S_IFMT == S_IFREG,
      found.st_mode & 0o777 == 0o600, found.st_uid == geteuid()
    else { return false }
    return unlink(path.fileName) == 0
  }

  /// Removes the unfinished files that dead commands left where a file was to be written.
  package static func clear(besides path: String) -> [String] {
    let wanted = path.split(separator: "/").last.map(String.init) ?? path
    return clear(in: Store.folder(of: path)) { $0 == wanted }
  }

  /// Removes the unfinished files that dead commands left in a folder, of those names that fit.
  static func clear(in folder: String, where fits: (String) -> Bool) -> [String] {
    names(in: folder).filter { name in
      guard let stem = stem(of: withoutLog(name), mark: ".part-"), fits(stem) else { return false }
      return remove("\(folder)/\(name)")
    }
  }

  /// The name of the file whose log, or index of a log, this is; otherwise the name itself.
  private static func withoutLog(_ name: String) -> String {
    ["-wal", "-shm", "-journal"].first { name.hasSuffix($0) }
      .map { String(name.dropLast($0.count)) } ?? name
  }

  /// Removes what dead commands left beside a project file: drafts of it, and what was to replace
  /// another file of the folder.
  static func clear(ofProject path: String) -> [String] {
    let folder = Store.folder(of: path)
    let project = path.split(separator: "/").last.map(String.init) ?? path
    let names = names(in: folder)
    let present = Set(names)
    return names.filter { name in
      let bare = withoutLog(name)
      let isDraft = stem(of: bare, mark: ".new-") == project
      let isPart = stem(of: bare, mark: ".part-").map(present.contains) ?? false
      return (isDraft || isPart) && remove("\(folder)/\(name)")
    }
  }
}
