internal import Basics
internal import CSodium

/// A partner's public key: verifies what its secret key signed, and seals what only that key opens.
package struct PublicKey: Hashable, Sendable {
  /// 32 bytes.
  let bytes: [UInt8]

  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits; blanks between them are ignored.
  ///
  /// - Throws: `KeyProblem.notAKey`, or `KeyProblem.secret` for the line of a key file.
  package init(_ text: String) throws {
    guard !KeyFile.isSecret(text) else { throw KeyProblem.secret }
    let digits = text.filter { !$0.isWhitespace }
    guard let bytes = [UInt8](hexadecimal: digits), let key = PublicKey(bytes: bytes) else {
      throw KeyProblem.notAKey(text)
    }
    self = key
  }

  /// 64 small hexadecimal digits.
  package var text: String { bytes.hexadecimal }

  /// Thirty digits in six groups, to be read out by phone: each of five bytes of the key's SHA-256.
  package var fingerprint: String {
    let digest = [UInt8](hexadecimal: FileDigest(of: bytes).sha256) ?? []
    return stride(from: 0, to: 30, by: 5).map { start in
      let number = digest[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let text = String(number % 100_000)
      return String(repeating: "0", count: 5 - text.utf8.count) + text
    }.joined(separator: " ")
  }

  /// Whether parcels can be sealed to it: any other 64 digits, such as mistyped ones, are no key.
  package var isUsable: Bool {
    var box = [UInt8](repeating: 0, count: 32)
    return sodium_init() >= 0 && crypto_sign_ed25519_pk_to_curve25519(&box, bytes) == 0
  }

  /// Whether the secret key of this one signed a message.
  func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_ed25519_BYTES), sodium_init() >= 0 else {
      return false
    }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }

  /// Bytes that only the secret key of this one opens; nil where this is not a point of the curve.
  func seal(_ plain: [UInt8]) -> [UInt8]? {
    var box = [UInt8](repeating: 0, count: 32)
    guard sodium_init() >= 0, crypto_sign_ed25519_pk_to_curve25519(&box, bytes) == 0 else {
      return nil
    }
    let extra =
      Int(crypto_box_curve25519xsalsa20poly1305_PUBLICKEYBYTES)
      + Int(crypto_box_curve25519xsalsa20poly1305_MACBYTES)
    var sealed = [UInt8](repeating: 0, count: plain.count + extra)
    return crypto_box_seal(&sealed, plain, UInt64(plain.count), box) == 0 ? sealed : nil
  }
}
