internal import Basics
internal import Glibc

/// A sealed parcel as a file: its label, then the sealed bytes.
struct ParcelFile {
  /// The ending of the names of parcels.
  static let ending = ".parcel"
  /// No parcel is larger: what is, is not read.
  static let largest = 1 << 30

  let label: ParcelLabel
  let sealed: [UInt8]

  /// Writes it whole under its name: beside it first, on disk, then renamed; an earlier one of that
  /// name stays.
  ///
  /// - Returns: What gives it its name.
  func write(to path: String) throws -> () throws -> Void {
    // Before the parcel is in the log: a copy that was restored would use its number again.
    guard access(path.fileName, F_OK) != 0 else { throw ParcelProblem.thereAlready(path) }
    _ = Leftovers.clear(besides: path)
    let draft = Leftovers.draftName(of: path)
    let descriptor = open(
      draft.fileName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failed(path, errno) }
    defer { close(descriptor) }
    do {
      for bytes in [label.bytes, sealed] { try Self.write(bytes, to: descriptor, path) }
      guard fsync(descriptor) == 0 else { throw Self.failed(path, errno) }
    } catch {
      unlink(draft.fileName)
      throw error
    }
    return {
      defer { unlink(draft.fileName) }
      // Some shared folders know no second names; there it is renamed.
      guard
        link(draft.fileName, path.fileName) == 0
          || ([EPERM, ENOTSUP, ENOSYS].contains(errno)
            && rename(draft.fileName, path.fileName) == 0)
      else { throw Self.failed(path, errno) }
      let code = FolderEntry.sync(Store.folder(of: path))
      guard code == 0 else { throw Self.failed(path, code) }
    }
  }

  /// Removes a file that was written and has no name yet.
  static func discard(_ path: String) { unlink(Leftovers.draftName(of: path).fileName) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failed(path, errno) }
      start += count
    }
  }

  /// The bytes of a file that may be a parcel.
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw FileProblem(path: path, code: errno) }
    guard about.st_mode & S_IFMT == S_IFREG else { throw FileProblem.noFile(path: path) }
    guard about.st_size <= largest else { throw ParcelProblem.tooLarge(path) }
    var bytes = [UInt8](repeating: 0, count: Int(about.st_size))
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, code: errno) }
      if count == 0 { break }
      start += count
    }
    bytes.removeSubrange(start...)
    return bytes
  }

  private static func failed(_ path: String, _ code: Int32) -> ParcelProblem {
    code == EEXIST
      ? .thereAlready(path) : .cannotWrite(path, detail: String(cString: strerror(code)))
  }
}
