internal import Basics

/// A parcel as it is carried: whole, with its label, and still sealed.
package struct CarriedParcel: Sendable {
  package let label: ParcelLabel
  package let bytes: [UInt8]

  /// Reads a file, and refuses one that is not a whole parcel with a right signature.
  package init(path: String) throws {
    bytes = try ParcelFile.bytes(path)
    label = try OpenedParcel.outside(of: bytes, path).label
  }

  /// Takes bytes that came another way; the place is what a problem speaks of.
  package init(bytes: [UInt8], from place: String) throws {
    self.bytes = bytes
    label = try OpenedParcel.outside(of: bytes, place).label
  }

  /// The SHA-256 of all of it, label and sealed bytes.
  package var sha256: [UInt8] { [UInt8](hexadecimal: FileDigest(of: bytes).sha256) ?? [] }

  /// The parcels of a folder, or the file itself; conflict copies and files not yet whole are left out.
  package static func paths(at path: String) throws -> [String] {
    guard FolderListing.isFolder(path) else { return [path] }
    return try FolderListing.entries(of: path)
      .filter { $0.hasSuffix(ParcelFile.ending) && ArrivingName.reason($0) == nil }
      .map { "\(path)/\($0)" }
  }

  /// Writes it into a folder, whole or not at all.
  package func write(to path: String) throws {
    let sealed = try OpenedParcel.outside(of: bytes, path).sealed
    try ParcelFile(label: label, sealed: sealed).write(to: path)()
  }

  /// - Throws: `ParcelProblem.notAFolder`.
  package static func checkFolder(_ path: String) throws {
    guard FolderListing.isFolder(path) else { throw ParcelProblem.notAFolder(path) }
  }
}

extension Sharing {
  /// What all copies of the project have in common, and the partner whose copy this is.
  ///
  /// - Throws: `SharingProblem.notShared`.
  package func place() throws -> (project: String, organisation: String) {
    let identity = try store.read { try Self.identity($0) }
    return (identity.project, identity.organisation)
  }
}
