import BluesCore
import Glibc
import Testing

/// FIPS 180-4's own examples, and files of every length around a block.
@Suite struct `The digest of a file` {
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ]) func `the examples of NIST come out`(text: String, sha256: String) throws
  {
    let digest = FileDigest(sha256: sha256, size: text.utf8.count)
    #expect(FileDigest(of: Array(text.utf8)) == digest)
    try withFile(Array(text.utf8)) { path in
      let read = try FileDigest(path: path)
      #expect(read == digest)
    }
  }

  @Test func `a million letters come out, read in pieces`() throws {
    try withFile([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)) { path in
      let digest = try FileDigest(path: path)
      #expect(
        digest.sha256 == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
      #expect(digest.size == 1_000_000)
    }
  }

  @Test func `a file that is not there, a folder and a pipe are told apart`() throws {
    try withFile([]) { path in
      #expect(throws: FileProblem.missing(path: "\(path).pdf")) {
        _ = try FileDigest(path: "\(path).pdf")
      }
      let pipe = "\(path).pipe"
      mkfifo(pipe, 0o600)
      defer { unlink(pipe) }
      #expect(throws: FileProblem.noFile(path: pipe)) { _ = try FileDigest(path: pipe) }
    }
    #expect(throws: FileProblem.noFile(path: "/")) { _ = try FileDigest(path: "/") }
    #expect(FileProblem.missing(path: "a.pdf").message == "File not found: a.pdf.")
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/blues-digest-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let path = template.withUnsafeBufferPointer { letters in
      String(decoding: letters.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { unlink(path) }
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    try body(path)
  }
}
