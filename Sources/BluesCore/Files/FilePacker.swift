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
      let now = try folder.digest(of: file)
      guard now.sha256 != sha256 else { return .intact }
      // Of a file elsewhere on the disk not even the digest is told.
      return .changed(file.utf8.first == UInt8(ascii: "/") ? nil : now)
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
    case .intact: "\(place)/\(kind)-\(number)\(Self.rest(of: file ?? "", kind))"
    case .changed, .missing, .unreadable, .elsewhere, .unregistered: nil
    }
  }

  /// Adds a file, a piece at a time, whose bytes are those that were registered.
  ///
  /// - Throws: `ZipProblem.changed` where they are others now, before any is written or after.
  func add(_ name: String, _ file: String, _ sha256: String?, to zip: inout ZipWriter) throws {
    let descriptor: Int32
    do { descriptor = try folder.openToRead(file) } catch { throw ZipProblem.changed(name: file) }
    defer { close(descriptor) }
    try check(descriptor, file, sha256)
    try zip.add(name, descriptor: descriptor)
    try check(descriptor, file, sha256)
  }

  private func check(_ descriptor: Int32, _ file: String, _ sha256: String?) throws {
    lseek(descriptor, 0, SEEK_SET)
    let now = try FileDigest(descriptor: descriptor, path: folder.path(of: file))
    guard now.sha256 == sha256 else { throw ZipProblem.changed(name: file) }
  }

  /// What of a file's name follows its kind and number; of a copy that is called by them, its ending.
  private static func rest(of file: String, _ kind: String) -> String {
    let name = lastPart(of: file)
    if name.hasPrefix("\(kind)-") {
      let rest = name.dropFirst(kind.count + 1).drop { $0.isASCII && $0.isNumber }
      if rest.isEmpty || rest.first == "." { return String(rest) }
    }
    return "-\(name)"
  }

  /// The last part of a path, as a name that can be unpacked anywhere.
  private static func lastPart(of path: String) -> String {
    ArchiveName.safe(
      path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? "")
  }
}
