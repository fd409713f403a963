internal import Basics
internal import CDigest

/// Digests of texts with a secret key (HMAC with SHA-256, RFC 2104).
///
/// Who has a list of names and no key cannot tell which of them the digests are of.
struct KeyedDigest: Sendable {
  private let inner: [UInt8]
  private let outer: [UInt8]

  /// The key, of at most 64 bytes.
  init(key: [UInt8]) {
    let padded = key.prefix(64) + [UInt8](repeating: 0, count: max(0, 64 - key.count))
    inner = padded.map { $0 ^ 0x36 }
    outer = padded.map { $0 ^ 0x5C }
  }

  /// 64 hexadecimal digits.
  func digest(of text: String) -> String {
    Self.sha256(outer + Self.sha256(inner + Array(text.utf8))).hexadecimal
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest
  }
}
