internal import Basics
internal import Documents
internal import Glibc

/// Puts registered files into an archive, each compared with the SHA-256 of its registration.
struct FilePacker {
  let folder: FileFolder

  init(_ store: Store) { folder = FileFolder(projectFile: store.path) }

  /// What is found in place of a registered file.
  func find(_ file: String?, _ sha256: String?) -> PackedFinding {
    guard let file else { return .elsewhere }
    do throws(FileProblem) {
      let now = try FileDigest(path: folder.path(of: file))
      return now.sha256 == sha256 ? .intact : .changed(now)
    } catch {
      if case .missing = error { return .missing }
      return .unreadable(error.message)
    }
  }

  /// The name of a file in the archive, in a folder of its own record; none where no file goes in.
  func name(
    _ place: String, _ kind: String, _ number: Int, of file: String?, _ found: PackedFinding
  )
    -> String?
  {
    switch found {
    case .intact, .changed: "\(place)/\(kind)-\(number)-\(Self.lastPart(of: file ?? ""))"
    case .missing, .unreadable, .elsewhere: nil
    }
  }

  /// Adds a file, a piece at a time.
  func add(_ name: String, _ file: String, to zip: inout ZipWriter) throws {
    let descriptor = open(folder.path(of: file).fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ZipProblem.changed(name: file) }
    defer { close(descriptor) }
    try zip.add(name, descriptor: descriptor)
  }

  /// The last part of a path, as a name that can be unpacked anywhere.
  private static func lastPart(of path: String) -> String {
    ArchiveName.safe(
      path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? "")
  }
}
