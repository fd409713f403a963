internal import Basics
internal import Glibc

/// The folder into which parcels of a post office are fetched: what it has, and what was refused.
package struct PostFolder: Sendable {
  private let path: String
  /// The project's acronym, with which the names of parcels begin.
  private let acronym: String
  /// The parcels of the folder, whatever they are called, by the SHA-256 of all of each.
  private var files: [String: String] = [:]
  private var refused: Set<String> = []

  /// Where the SHA-256 of parcels are that were fetched once and are none.
  package var list: String { "\(path)/.refused-parcels" }

  package init(_ path: String, acronym: String) throws {
    self.path = path
    self.acronym = acronym
    for name in try FolderListing.entries(of: path) where name.hasSuffix(ParcelFile.ending) {
      guard let bytes = try? ParcelFile.bytes("\(path)/\(name)") else { continue }
      files[FileDigest(of: bytes).sha256] = "\(path)/\(name)"
    }
    if let bytes = try? ParcelFile.bytes(list) {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      refused = Set(lines)
    }
  }

  /// The file that has a parcel.
  package func file(sha256: String) -> String? { files[sha256] }

  /// Whether a parcel was fetched before, and refused.
  package func isRefused(sha256: String) -> Bool { refused.contains(sha256) }

  /// Where a parcel is to be written: under the name that its sender gave it, or where another file has
  /// that name, with the beginning of its SHA-256.
  package func place(sender: String, recipient: String, sequence: Int, sha256: String) -> String {
    let name = "\(path)/\(ParcelName.of([acronym, sender, recipient], sequence))"
    let first = name + ParcelFile.ending
    guard access(first.fileName, F_OK) == 0 else { return first }
    return "\(name)-\(sha256.prefix(12))\(ParcelFile.ending)"
  }

  /// Notes that a parcel is none, so that it is not fetched again.
  package mutating func refuse(sha256: String) throws {
    guard refused.insert(sha256).inserted else { return }
    let descriptor = open(
      list.fileName, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path: list, code: errno) }
    defer { close(descriptor) }
    let line = Array("\(sha256)\n".utf8)
    guard write(descriptor, line, line.count) == line.count else {
      throw FileProblem(path: list, code: errno)
    }
  }
}

extension Sharing {
  /// The folder into which a copy fetches its parcels.
  ///
  /// - Throws: `ParcelProblem.notAFolder`.
  package func postFolder(_ path: String) throws -> PostFolder {
    try CarriedParcel.checkFolder(path)
    return try PostFolder(path, acronym: store.read { try Project.fetch($0).acronym })
  }
}
