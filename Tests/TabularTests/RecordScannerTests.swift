import Testing

@testable import Tabular

/// The scanner that looks at blocks, against the one that looks at every byte.
@Suite struct RecordScannerTests {
  /// The bytes that mean something, their neighbours in number, and text, in any order.
  private static let pieces: [[UInt8]] =
    [",", "\"", "\"\"", "\n", "\r", "\r\n", "\t", "#", "!", "-", "+", " ", "\u{0E}", "\u{0D}"].map {
      Array($0.utf8)
    }
    + ["a", "bc", "é", "ł", "€", "long enough to fill a block of the text"].map { Array($0.utf8) }

  /// What a scanner makes of a text, to be compared.
  private static func told(
    _ outcome: RecordScanner.Outcome, _ cells: UnsafeBufferPointer<Cell>
  ) -> String {
    let texts = cells.map {
      String(decoding: UnsafeBufferPointer(start: $0.start, count: $0.count), as: UTF8.self)
    }
    return switch outcome {
    case .record(let length, let next, let lines): "\(length) \(next) \(lines) \(texts)"
    case .unfinished: "unfinished"
    case .broken(let kind, let at, let lines): "\(kind) \(at) \(lines) \(texts)"
    }
  }

  @Test func `blocks find the records that single bytes do`() {
    var random = SplitMix64(state: 11)
    let scanner = RecordScanner(delimiter: 0x2C, quote: 0x22)
    let slow = LenientScanner(dialect: Dialect())
    var records = 0
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &random) {
        bytes += Self.pieces.randomElement(using: &random) ?? []
      }
      let count = bytes.count
      bytes += Array(repeating: 0, count: ByteBlock.bytes)
      let atEnd = Bool.random(using: &random)
      bytes.withUnsafeBufferPointer { buffer in
        let text = UnsafeBufferPointer(rebasing: buffer[..<count])
        let fast = scanner.scan(text, atEnd: atEnd)
        if case .record = fast { records += 1 }
        let found = Self.told(fast, scanner.found)
        let expected = slow.scan(text, atEnd: atEnd)
        #expect(found == Self.told(expected, slow.found), "\(Array(text))")
      }
    }
    #expect(records > 5_000)
  }

  @Test(arguments: 0..<70)
  func `a quote within a bare cell is noticed wherever it stands`(place: Int) {
    let scanner = RecordScanner(delimiter: 0x2C, quote: 0x22)
    let quoted = Array("\"x\",".utf8)
    for before in [[], quoted] {
      let bare = Array(repeating: UInt8(ascii: "a"), count: place + 1)
      var bytes = before + bare + Array("\"b,c\n".utf8)
      let count = bytes.count
      bytes += Array(repeating: 0, count: ByteBlock.bytes)
      bytes.withUnsafeBufferPointer { buffer in
        _ = scanner.scan(UnsafeBufferPointer(rebasing: buffer[..<count]), atEnd: true)
        #expect(scanner.hasBareQuote)
        _ = scanner.scan(UnsafeBufferPointer(rebasing: buffer[..<before.count]), atEnd: true)
        #expect(!scanner.hasBareQuote)
      }
    }
  }
}
