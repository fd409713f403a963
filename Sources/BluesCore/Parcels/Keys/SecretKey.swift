internal import Basics
internal import CSodium

/// A partner's secret key: signs parcels, and opens those that are sealed to it.
///
/// Ed25519 signatures (RFC 8032) and sealed boxes of X25519 with XSalsa20 and Poly1305, by libsodium,
/// which derives the key of the box from that of the signature.
package struct SecretKey: Sendable {
  /// From which all is derived, 32 bytes.
  let seed: [UInt8]
  package let publicKey: PublicKey
  private let secret: [UInt8]

  /// - Returns: None for a seed of another length.
  init?(seed: [UInt8]) {
    guard seed.count == Int(crypto_sign_SEEDBYTES), sodium_init() >= 0 else { return nil }
    var open = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
    guard crypto_sign_seed_keypair(&open, &secret, seed) == 0,
      let publicKey = PublicKey(bytes: open)
    else { return nil }
    self.seed = seed
    self.secret = secret
    self.publicKey = publicKey
  }

  /// A new key of the machine's random numbers.
  static func made() throws -> SecretKey {
    guard sodium_init() >= 0 else { throw KeyProblem.noRandomNumbers }
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    guard let key = SecretKey(seed: seed) else { throw KeyProblem.noRandomNumbers }
    return key
  }

  /// The signature of a message, 64 bytes.
  func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_BYTES))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }

  /// What was sealed to this key; nil for anything else.
  func open(_ sealed: [UInt8]) -> [UInt8]? {
    let extra =
      Int(crypto_box_curve25519xsalsa20poly1305_PUBLICKEYBYTES)
      + Int(crypto_box_curve25519xsalsa20poly1305_MACBYTES)
    guard sealed.count >= extra else { return nil }
    var boxOpen = [UInt8](repeating: 0, count: 32)
    var boxSecret = [UInt8](repeating: 0, count: 32)
    guard crypto_sign_ed25519_pk_to_curve25519(&boxOpen, publicKey.bytes) == 0,
      crypto_sign_ed25519_sk_to_curve25519(&boxSecret, secret) == 0
    else { return nil }
    defer { sodium_memzero(&boxSecret, boxSecret.count) }
    var plain = [UInt8](repeating: 0, count: sealed.count - extra)
    let code = crypto_box_seal_open(
      &plain, sealed, UInt64(sealed.count), boxOpen, boxSecret)
    return code == 0 ? plain : nil
  }
}
