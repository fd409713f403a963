internal import Basics
internal import Glibc

/// What a command that was killed left beside the project: unfinished files under names that end in
/// the number of its process.
package enum Leftovers {
  /// What stands before the mark in the names of our own unfinished files and folders, by which they
  /// are known wherever they are; programs that load files from the net use the mark as well.
  private static let sign = ".blues"

  /// The name of an unfinished file or folder of this process, until it has its own.
  package static func draftName(of path: String) -> String { "\(path)\(sign).part-\(getpid())" }

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

  /// Removes a file that is ours alone, as every unfinished one is, or a folder of such files; tells
  /// whether it did.
  static func remove(_ path: String) -> Bool {
    if isOurs(path, S_IFREG, 0o600) { return unlink(path.fileName) == 0 }
    guard isFolder(path) else { return false }
    for name in names(in: path) { unlink("\(path)/\(name)".fileName) }
    return rmdir(path.fileName) == 0
  }

  /// Whether it is a folder of ours with unfinished and finished files of ours, and nothing else.
  private static func isFolder(_ path: String) -> Bool {
    isOurs(path, S_IFDIR, 0o700)
      && names(in: path).allSatisfy { isOurs("\(path)/\($0)", S_IFREG, 0o600) }
  }

  private static func isOurs(_ path: String, _ kind: mode_t, _ mode: mode_t) -> Bool {
    var found = stat()
    return lstat(path.fileName, &found) == 0 && found.st_mode & S_IFMT == kind
      && found.st_mode & 0o777 == mode && found.st_uid == geteuid()
  }

  /// Removes the unfinished files that dead commands left where a file was to be written.
  package static func clear(besides path: String) -> [String] {
    let wanted = path.split(separator: "/").last.map(String.init) ?? path
    return clear(in: Store.folder(of: path)) { $0 == wanted }
  }

  /// Removes the unfinished files that dead commands left in a folder, of those names that fit.
  static func clear(in folder: String, where fits: (String) -> Bool) -> [String] {
    names(in: folder).filter { name in
      guard let stem = stem(of: withoutLog(name), mark: ".part-"),
        fits(stem) || stem.hasSuffix(sign)
      else { return false }
      return remove("\(folder)/\(name)")
    }
  }

  /// The name of the file whose log, or index of a log, this is; otherwise the name itself.
  private static func withoutLog(_ name: String) -> String {
    ["-wal", "-shm", "-journal"].first { name.hasSuffix($0) }
      .map { String(name.dropLast($0.count)) } ?? name
  }

  /// Removes what dead commands left beside a project file.
  static func clear(ofProject path: String) -> [String] {
    let folder = Store.folder(of: path)
    return found(ofProject: path).filter { remove("\(folder)/\($0)") }
  }

  /// What dead commands left beside a project file: drafts of it, and what was to become or to replace
  /// another file of the folder.
  static func found(ofProject path: String) -> [String] {
    let folder = Store.folder(of: path)
    let project = path.split(separator: "/").last.map(String.init) ?? path
    let names = names(in: folder)
    let present = Set(names)
    return names.filter { name in
      let bare = withoutLog(name)
      let isDraft = stem(of: bare, mark: ".new-") == project
      let part = stem(of: bare, mark: ".part-")
      let isPart = part.map { present.contains($0) || $0.hasSuffix(sign) } ?? false
      let place = "\(folder)/\(name)"
      return (isDraft || isPart) && (isOurs(place, S_IFREG, 0o600) || isFolder(place))
    }
  }
}
