import Glibc
import Testing

@testable import Documents
@testable import Tabular

@Suite struct `A zip archive` {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let instant = "2021-03-31T12:00:00Z"

  private func archive(
    limit: Int = 1 << 30, _ fill: (inout ZipWriter) throws -> Void
  ) throws -> [UInt8] {
    let sink = Sink()
    var zip = ZipWriter(instant: instant, limit: limit) { sink.bytes += $0 }
    try fill(&zip)
    try zip.finish()
    return sink.bytes
  }

  private func read(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    var found: [UInt8] = []
    try ZipArchive(bytes).read(name) { found += $0 }
    return found
  }

  @Test func `an archive with one file, to the byte`() throws {
    let bytes = try archive { try $0.add("a", [0x62]) }
    let common: [UInt8] = [
      10, 0, 0, 8, 0, 0, 0x00, 0x60, 0x7F, 0x52, 0xF9, 0xEF, 0xBE, 0x71, 1, 0, 0, 0, 1, 0, 0, 0,
      1, 0, 0, 0,
    ]
    var expected: [UInt8] = [0x50, 0x4B, 3, 4] + common + [0x61, 0x62]
    expected += [0x50, 0x4B, 1, 2, 10, 3] + common
    expected += [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81, 0, 0, 0, 0, 0x61]
    expected += [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 32, 0, 0, 0, 0, 0]
    #expect(bytes == expected)
  }

  @Test func `files from memory and from the disk come back, twice the same`() throws {
    var dice = SplitMix64(seed: 64)
    let large = (0..<200_001).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
    let file = try #require(tmpfile())
    defer { fclose(file) }
    #expect(fwrite(large, 1, large.count, file) == large.count)
    fflush(file)
    func make() throws -> [UInt8] {
      try archive { zip in
        try zip.add("index.csv", Array("code\n".utf8))
        try zip.add("EX-001/Bordkarte Łódź.pdf", descriptor: fileno(file))
        try zip.add("empty", [])
      }
    }
    let bytes = try make()
    #expect(try read("index.csv", of: bytes) == Array("code\n".utf8))
    #expect(try read("EX-001/Bordkarte Łódź.pdf", of: bytes) == large)
    #expect(try read("empty", of: bytes) == [])
    #expect(try make() == bytes)
  }

  @Test func `an archive without files is one`() throws {
    #expect(try ZipArchive(archive { _ in }).names == [])
  }

  @Test func `what does not fit is refused before its bytes are written`() throws {
    #expect(throws: ZipProblem.tooLarge(name: "b")) {
      try archive(limit: 200) { zip in
        try zip.add("a", [UInt8](repeating: 0, count: 100))
        try zip.add("b", [UInt8](repeating: 0, count: 100))
      }
    }
    #expect(throws: ZipProblem.tooLarge(name: "Its directory")) {
      try archive(limit: 40) { try $0.add("a", [0]) }
    }
    #expect(
      ZipProblem.tooLarge(name: "b").message
        == "b does not fit into the archive, which holds 4 GiB.")
  }

  @Test(arguments: ["", "/a", "../a", "a/../b", "a//b", "a\\b", "a\nb", "a/"])
  func `a name that leads elsewhere is refused`(name: String) {
    #expect(throws: ZipProblem.badName(name)) { try archive { try $0.add(name, []) } }
  }

  @Test func `a name is there once`() {
    #expect(throws: ZipProblem.badName("a")) {
      try archive { zip in
        try zip.add("a", [])
        try zip.add("a", [])
      }
    }
  }
}
