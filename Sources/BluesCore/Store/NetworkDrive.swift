internal import Basics
import CSQLite

/// File systems of other machines, on which SQLite's locks do not hold: two commands that write at the
/// same time can damage the file, and its journal in WAL mode needs memory that both share.
///
/// Known by the numbers of statfs(2); what other file systems do is not known, and they are let be.
enum NetworkDrive {
  private static let names: [UInt32: String] = [
    0x6969: "NFS", 0xFF53_4D42: "CIFS", 0x517B: "SMB", 0xFE53_4D42: "SMB", 0x5346_414F: "AFS",
    0x564C: "NCP", 0x7375_7245: "Coda",
  ]

  /// What the file system of a number is called; nil where it is not one of these.
  static func name(ofType number: Int) -> String? { names[UInt32(truncatingIfNeeded: number)] }

  /// What the file system that holds a path is called; nil where it is not one of these.
  static func name(at path: String) -> String? {
    name(ofType: blues_file_system(path.fileName))
  }

  /// - Throws: `StoreProblem.networkDrive` for a path on one of them.
  static func refuse(_ path: String, file: String) throws {
    guard let name = name(at: path) else { return }
    throw StoreProblem.networkDrive(path: file, name: name)
  }
}
