internal import Basics
internal import CDigest
internal import Glibc

/// What tells a file's bytes from all others: their SHA-256 (FIPS 180-4) and how many there are.
package struct FileDigest: Hashable, Sendable {
  /// 64 hexadecimal digits, the letters small.
  package let sha256: String
  /// In bytes.
  package let size: Int

  package init(sha256: String, size: Int) {
    self.sha256 = sha256
    self.size = size
  }

  /// Reads the file at a path from beginning to end, a piece at a time.
  package init(path: String) throws(FileProblem) {
    // Not waiting: a pipe without a writer would be waited for before it can be refused.
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(descriptor) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// Reads an open file from where it stands to its end; the descriptor stays the caller's.
  ///
  /// The path is what a problem speaks of.
  package init(descriptor: Int32, path: String) throws(FileProblem) {
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw FileProblem(path: path, code: errno) }
    guard about.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: path) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    var context = SHA2_CTX()
    SHA256Init(&context)
    var size = 0
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, code: errno) }
      if count == 0 { break }
      SHA256Update(&context, buffer.bindMemory(to: UInt8.self).baseAddress, count)
      size += count
    }
    self.init(sha256: Self.digits(of: &context), size: size)
  }

  /// The digest of bytes in memory.
  package init(of bytes: [UInt8]) {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    self.init(sha256: Self.digits(of: &context), size: bytes.count)
  }

  private static func digits(of context: inout SHA2_CTX) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest.hexadecimal
  }
}
