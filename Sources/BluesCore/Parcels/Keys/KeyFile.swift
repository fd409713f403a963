internal import Basics
internal import Glibc

/// The file with a partner's secret key, beside the project and for its owner alone.
///
/// It is never in the project file, so no backup, dump or parcel has it.
package struct KeyFile: Sendable {
  package let path: String

  /// The key of the project file at a path: `blues.db.key`.
  package init(ofProject path: String) { self.path = "\(path).key" }

  /// A key file of another name, such as that of a second person.
  package init(at path: String) { self.path = path }

  private static let heading = "blues key 2"
  /// How the line of the secret key begins, so that nobody takes it for the public one.
  private static let sign = "secret-"
  /// Files of before have the digits alone.
  private static let earlier = "blues key 1"

  /// Whether a text is the line of a secret key, or ends with one.
  static func isSecret(_ text: String) -> Bool { text.asciiLowered.contains(sign) }

  /// Makes a new key.
  ///
  /// - Throws: `KeyProblem.thereAlready`; a key is never written over anything.
  package func make() throws -> SecretKey {
    let key = try SecretKey.made()
    let descriptor = open(
      path.fileName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? KeyProblem.thereAlready(path) : failed(errno)
    }
    defer { close(descriptor) }
    let text = Array("\(Self.heading)\n\(Self.sign)\(key.seed.hexadecimal)\n".utf8)
    guard fchmod(descriptor, 0o600) == 0,
      write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0
    else {
      let code = errno
      unlink(path.fileName)
      throw failed(code)
    }
    let code = FolderEntry.sync(Store.folder(of: path))
    guard code == 0 else {
      unlink(path.fileName)
      throw failed(code)
    }
    return key
  }

  /// What making a key would give, of which nothing is kept.
  package func tried() throws -> PublicKey { try SecretKey.made().publicKey }

  /// - Returns: None where there is no such file.
  package func read() throws -> SecretKey? {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileProblem(path: path, code: errno)
    }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw FileProblem(path: path, code: errno) }
    guard about.st_mode & S_IFMT == S_IFREG else { throw FileProblem.noFile(path: path) }
    guard about.st_mode & 0o077 == 0 else { throw KeyProblem.open(path) }
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw FileProblem(path: path, code: errno) }
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard let digits = Self.digits(lines),
      let key = [UInt8](hexadecimal: digits).flatMap({ SecretKey(seed: $0) })
    else { throw KeyProblem.damaged(path) }
    return key
  }

  private static func digits(_ lines: [String]) -> Substring? {
    guard lines.count == 2 else { return nil }
    switch lines[0] {
    case heading: return lines[1].hasPrefix(sign) ? lines[1].dropFirst(sign.count) : nil
    case earlier: return lines[1][...]
    default: return nil
    }
  }

  /// - Throws: `KeyProblem.missing` where there is none.
  package func existing() throws -> SecretKey {
    guard let key = try read() else { throw KeyProblem.missing(path) }
    return key
  }

  private func failed(_ code: Int32) -> KeyProblem {
    .cannotWrite(path, detail: String(cString: strerror(code)))
  }
}
