internal import Basics
internal import BluesCore
internal import Glibc

/// Warns once of the place of a project: others may read it, or a service copies it away.
///
/// Which were told stands in the user's state folder; where that cannot be written, nothing is told.
enum PlaceWarning {
  /// Tells what is not told yet of a project file.
  static func tellOnce(_ path: String) {
    for (mark, sentence) in warnings(of: path) where remember(mark, path) { Console.say(sentence) }
  }

  private static func warnings(of path: String) -> [(mark: String, sentence: String)] {
    var warnings: [(String, String)] = []
    var found = stat()
    if stat(path.fileName, &found) == 0, found.st_mode & 0o044 != 0 {
      warnings.append(
        ("readable", "blues: others may read \(path), which has personal data: chmod 600 \(path)"))
    }
    if let service = CloudFolder.service(of: path) {
      warnings.append(
        (
          "cloud",
          "blues: \(path) is in a folder that \(service) copies while it changes, which can damage "
            + "it: keep the project elsewhere and its backups there (blues backup)"
        ))
    }
    return warnings
  }

  /// Notes that a warning of a file was told; false where it was told before or cannot be noted.
  private static func remember(_ mark: String, _ path: String) -> Bool {
    guard let folder = stateFolder(), let whole = realpath(path.fileName, nil) else { return false }
    defer { free(whole) }
    let digest = FileDigest(of: Array("\(mark) \(FileName.text(whole))".utf8)).sha256
    let note = "\(folder)/told-\(digest.prefix(32))"
    let descriptor = open(
      note.fileName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// The folder for what a program remembers, made where it is missing.
  private static func stateFolder() -> String? {
    let state =
      Environment.variable("XDG_STATE_HOME")
      ?? Environment.variable("HOME").map { "\($0)/.local/state" }
    guard let state, state.hasPrefix("/") else { return nil }
    var path = ""
    for part in "\(state)/blues".split(separator: "/") {
      path += "/\(part)"
      guard mkdir(path.fileName, 0o700) == 0 || errno == EEXIST else { return nil }
    }
    return path
  }
}
