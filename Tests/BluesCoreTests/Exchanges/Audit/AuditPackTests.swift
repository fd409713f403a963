import Documents
import GRDB
import Glibc
import Testing

@testable import BluesCore

@Suite struct `An audit pack` {
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A project with three papers of one exchange: a file as it was, one changed, one lost; and one
  /// that has no file.
  private func store(in folder: String) throws -> Store {
    let store = try Store.funded(on: "2021-03-16", [(.validated, "2021-03-05", 41_500)])
    for (number, name) in ["same.pdf", "other.pdf", "lost.pdf", nil].enumerated() {
      let bytes = Array("paper \(number)".utf8)
      let path = name.map { "\(folder)/\($0)" }
      let sha256 = name == "other.pdf" ? FileDigest(of: []) : FileDigest(of: bytes)
      if let path, name != "lost.pdf" {
        let file = try #require(fopen(path, "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
      }
      try store.set(
        """
        INSERT INTO paper (id, exchange_id, kind, file, sha256, dated)
        VALUES (?, (SELECT id FROM exchange), 'travel-proof', ?, ?, '2021-03-06')
        """, [number + 1, path, path == nil ? nil : sha256.sha256])
    }
    try store.set(
      "INSERT INTO paper_signature (id, paper_id, party, signed_on) VALUES (1, 4, 'host', '2021-02-20')"
    )
    return store
  }

  /// The names in an archive, in the order of its files.
  private func names(in bytes: [UInt8]) -> [String] {
    bytes.indices.dropLast(30).filter { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) }
      .map { start in
        let end = start + 30 + Int(bytes[start + 26])
        return String(decoding: bytes[start + 30..<end], as: UTF8.self)
      }
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    var name = Array("/tmp/blues-audit-XXXXXX".utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    let folder = try #require(made)
    defer {
      for file in ["same.pdf", "other.pdf"] { unlink("\(folder)/\(file)") }
      rmdir(folder)
    }
    try body(folder)
  }

  @Test func `each file is held against its registration`() throws {
    try inFolder { folder in
      let papers = try store(in: folder).auditPack.papers(of: [.init("EX-001")])
      #expect(papers.map(\.finding) == [.intact, .changed(nil), .missing, .elsewhere])
      #expect(
        papers.map(\.name) == [
          "EX-001/travel-proof-1-same.pdf", nil, nil, nil,
        ])
      #expect(papers.map(\.signatures) == [[], [], [], ["host 2021-02-20"]])
      #expect(
        papers.compactMap(\.fault) == [
          "EX-001 travel-proof \(folder)/other.pdf is not the file that was registered.",
          "EX-001 travel-proof \(folder)/lost.pdf is missing.",
        ])
    }
  }

  @Test func `the archive has the index first, and is the same each time`() throws {
    try inFolder { folder in
      let store = try store(in: folder)
      func pack() throws -> [UInt8] {
        let sink = Sink()
        _ = try store.auditPack.write([.init("EX-001")]) { sink.bytes += $0 }
        return sink.bytes
      }
      let bytes = try pack()
      let again = try pack()
      #expect(bytes == again)
      #expect(
        names(in: bytes) == [
          "index.html", "index.csv", "EX-001/travel-proof-1-same.pdf",
        ])
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("changed since"))
      #expect(text.contains("EX-001,travel-proof,2021-03-06,,as registered,"))
    }
  }

  @Test func `an exchange that is not there is told`() throws {
    let code = try ExchangeCode("EX-009")
    let store = try Store.funded(on: "2021-03-16", [(.draft, nil, nil)])
    #expect(throws: ExchangeProblem.unknown(code, known: ["EX-001"])) {
      try store.auditPack.papers(of: [code])
    }
  }
}
