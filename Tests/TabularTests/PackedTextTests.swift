import Testing

@testable import Tabular

@Suite struct `Files that may be packed` {
  @Test func `a file alone in an archive is unpacked, and any other is itself`() throws {
    var zip = Zip()
    zip.add("rates.csv", "Date,CZK\n")
    let packed = try PackedText.read(.bytes(zip.bytes))
    #expect(packed.name == "rates.csv")
    #expect(String(decoding: packed.bytes, as: UTF8.self) == "Date,CZK\n")
    let plain = try PackedText.read(.bytes(Array("Date,CZK\n".utf8)))
    #expect(plain.name == nil)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "Date,CZK\n")
    zip.add("more.csv", "x")
    #expect(throws: TabularProblem.notATable(.otherArchive)) {
      try PackedText.read(.bytes(zip.bytes))
    }
  }

  @Test func `the elements of XML come in their order with their attributes`() throws {
    var seen: [String] = []
    try XMLElements.forEach(
      in: Array("<a:x xmlns:a=\"u\"><Cube time=\"1\"/><Cube/></a:x>".utf8), named: "x"
    ) { name, attributes in seen.append("\(name) \(attributes["time"] ?? "-")") }
    #expect(seen == ["x -", "Cube 1", "Cube -"])
    #expect(throws: TabularProblem.doctypeRefused(part: "x")) {
      try XMLElements.forEach(in: Array("<!DOCTYPE a><a/>".utf8), named: "x") { _, _ in }
    }
    #expect(throws: TabularProblem.self) {
      try XMLElements.forEach(in: Array("<a>".utf8), named: "x") { _, _ in }
    }
  }
}
