import Basics
import Foundation
import Testing

@testable import BluesCore

@Suite struct `Keys of partners` {
  /// RFC 8032, 7.1, test 2: seed, public key, message, signature.
  @Test func `a signature is that of the standard`() throws {
    let seed = try #require(
      [UInt8](hexadecimal: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let key = try #require(SecretKey(seed: seed))
    #expect(
      key.publicKey.text == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    #expect(
      key.sign([0x72]).hexadecimal
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    #expect(key.publicKey.verifies(key.sign([0x72]), of: [0x72]))
    #expect(!key.publicKey.verifies(key.sign([0x72]), of: [0x73]))
    #expect(!key.publicKey.verifies([], of: [0x72]))
  }

  @Test func `only the secret key opens what was sealed to the public one`() throws {
    let (one, other) = (try SecretKey.made(), try SecretKey.made())
    let sealed = try #require(one.publicKey.seal(Array("costs of May".utf8)))
    #expect(one.open(sealed) == Array("costs of May".utf8))
    #expect(other.open(sealed) == nil)
    var altered = sealed
    altered[altered.count - 1] ^= 1
    #expect(one.open(altered) == nil)
    #expect(one.open([]) == nil)
    #expect(one.publicKey.seal([])?.count == 48)
  }

  @Test func `a fingerprint is thirty digits of the key's SHA-256 in six groups`() throws {
    let key = try PublicKey("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let groups = key.fingerprint.split(separator: " ")
    #expect(groups.map(\.count) == [5, 5, 5, 5, 5, 5])
    let digest = FileDigest(of: key.bytes).sha256
    let first = try #require(UInt64(digest.prefix(10), radix: 16))
    #expect(Int(groups[0]) == Int(first % 100_000))
    #expect(
      try PublicKey("3D4017C3 E843895A 92B70AA7 4D1B7EBC 9C982CCF 2EC4968C C0CD55F1 2AF4660C")
        == key)
    #expect(throws: KeyProblem.notAKey("3d40")) { try PublicKey("3d40") }
  }

  @Test func `the key file is the owner's alone, and never written over`() throws {
    let folder = try ProjectFolder()
    let file = KeyFile(ofProject: folder.path("blues.db"))
    #expect(try file.read()?.publicKey == nil)
    #expect(throws: KeyProblem.missing(file.path)) { try file.existing() }
    let key = try file.make().publicKey
    #expect(try file.existing().publicKey == key)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: KeyProblem.thereAlready(file.path)) { try file.make() }
    chmod(file.path, 0o640)
    #expect(throws: KeyProblem.open(file.path)) { try file.read() }
    chmod(file.path, 0o600)
    for text in ["blues key 1\nxyz\n", "blues key 2\nxyz\n", "blues key 3\nsecret-00\n"] {
      try folder.write(Data(text.utf8), to: "blues.db.key")
      #expect(throws: KeyProblem.damaged(file.path)) { try file.read() }
    }
  }

  @Test func `the line of a secret key is taken for no public one, and files of before are read`()
    throws
  {
    let folder = try ProjectFolder()
    let file = KeyFile(ofProject: folder.path("blues.db"))
    let key = try file.make()
    let digits = key.seed.hexadecimal
    let lines = String(decoding: try folder.bytes("blues.db.key"), as: UTF8.self)
    #expect(lines == "blues key 2\nsecret-\(digits)\n")
    for text in ["secret-\(digits)", " SECRET-\(digits)", lines] {
      #expect(throws: KeyProblem.secret) { try PublicKey(text) }
    }
    // What the problem says repeats nothing of it.
    #expect(
      KeyProblem.secret.reason
        == "This is the line of a secret key, which stays in its file. Send the public key instead: "
        + "blues share key show")
    try folder.write(Data("blues key 1\n\(digits)\n".utf8), to: "blues.db.key")
    #expect(try file.existing().publicKey == key.publicKey)
  }

  @Test(arguments: [
    String(repeating: "0", count: 64), String(repeating: "ff", count: 32),
    "01" + String(repeating: "0", count: 62),
  ])
  func `digits that are no key are not admitted`(text: String) throws {
    let store = try Store.blues()
    let problem = KeyProblem.mistyped(text)
    #expect(throws: problem) {
      try store.memberKeys.admit(PublicKey(text), of: "NP", because: "Read out by phone")
    }
    #expect(problem.message == "Not a public key, perhaps mistyped: \(text).")
    #expect(problem.kind == .usage)
    #expect(try store.memberKeys.all() == [])
  }

  @Test func `one bad key hinders no parcel for the others, and is named with its partner`() throws
  {
    let shared = try SharedProject()
    try shared.join("AV")
    let key = String(repeating: "0", count: 64)
    try shared.sql(
      """
      UPDATE member_key SET public_key = '\(key)'
      WHERE partner_id = (SELECT id FROM partner WHERE code = 'AV')
      """, in: "bnpt")
    let problem = KeyProblem.unusable(
      partner: "AV", fingerprint: try PublicKey(key).fingerprint)
    let out = shared.folder.path("out")
    let outcome = try shared.open("bnpt", "share pack").packing.pack(for: "all", to: out)
    #expect(outcome.made.map(\.recipient) == ["NP"])
    #expect(outcome.withUnusableKey == [problem])
    #expect(outcome.withoutKey == ["MCICT", "ZINNAE"])
    #expect(throws: problem) {
      try shared.open("bnpt", "share pack").packing.pack(for: "AV", to: out)
    }
    #expect(problem.kind == .badData)
  }

  @Test func `a new key of a copy has to be admitted in it`() throws {
    let shared = try SharedProject()
    try FileManager.default.removeItem(atPath: shared.folder.path("np.db.key"))
    let key = try KeyFile(ofProject: shared.folder.path("np.db")).make().publicKey
    let problem = KeyProblem.ownNotAdmitted(partner: "NP", key: key.text)
    #expect(throws: problem) { try shared.send("np") }
    #expect(
      problem.hint
        == "admit it here, and send it to the others: blues share key admit NP \(key.text) "
        + "--because \"New key\"")
    _ = try shared.open("np").memberKeys.admit(key, of: "NP", because: "New key")
    #expect(throws: Never.self) { try shared.send("np") }
  }

  @Test func `the secret key is in no project file, backup or dump`() throws {
    let shared = try SharedProject()
    let seed = try KeyFile(ofProject: shared.folder.path("bnpt.db")).existing().seed
    let store = try shared.open("bnpt")
    _ = try store.backup.make(to: shared.folder.path("backup.db"))
    var text = Data()
    try store.textDump.write { text += Data($0) }
    try shared.folder.write(text, to: "dump.jsonl")
    try shared.send("bnpt", to: "NP")
    var files = ["bnpt.db", "backup.db", "dump.jsonl"]
    files += try FileManager.default.contentsOfDirectory(atPath: shared.folder.path("out"))
      .map { "out/\($0)" }
    for name in files {
      let bytes = try shared.folder.bytes(name)
      #expect(bytes.range(of: Data(seed)) == nil, "\(name)")
      #expect(bytes.range(of: Data(seed.hexadecimal.utf8)) == nil, "\(name)")
    }
  }

  @Test func `keys are admitted and revoked with a reason, and stay known`() throws {
    let store = try Store.blues()
    let key = try SecretKey.made().publicKey
    let admitted = try store.memberKeys.admit(key, of: "np", because: "Read out by phone")
    #expect(admitted.partner == "NP" && admitted.isInForce)
    #expect(throws: KeyProblem.admitted(partner: "NP")) {
      try store.memberKeys.admit(key, of: "NP", because: "Again")
    }
    #expect(throws: KeyProblem.admittedToOther(partner: "NP")) {
      try store.memberKeys.admit(key, of: "AV", because: "Mistaken")
    }
    #expect(throws: KeyProblem.reasonMissing) {
      try store.memberKeys.admit(SecretKey.made().publicKey, of: "NP", because: " ")
    }
    let revoked = try store.memberKeys.revoke(key.fingerprint, because: "Laptop lost")
    #expect(revoked.revokedBecause == "Laptop lost" && !revoked.isInForce)
    #expect(throws: KeyProblem.revoked(key.fingerprint)) {
      try store.memberKeys.revoke(key.text, because: "Again")
    }
    #expect(throws: KeyProblem.unknown("123")) {
      try store.memberKeys.revoke("123", because: "x")
    }
    #expect(try store.read { try MemberKeys.inForce(of: "NP", $0) } == nil)
    #expect(try store.memberKeys.all() == [revoked])
  }
}
