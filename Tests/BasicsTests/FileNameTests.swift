import Basics
import Testing

@Suite struct `Names of files` {
  @Test(
    arguments: [
      Array("plain.csv".utf8), Array("Łódź/čaj.csv".utf8), [0x63, 0xE9, 0x2E, 0x63], [0xFF],
      [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0x41, 0x80, 0xBF, 0xC3, 0xA9, 0xF8], [],
      // U+10FEE9 itself, which here stands for the byte E9.
      [0xF4, 0x8F, 0xBB, 0xA9], Array(1...255),
    ] as [[UInt8]])
  func `every name is the same again`(bytes: [UInt8]) {
    let text = FileName.text(bytes)
    #expect(FileName.bytes(text) == bytes)
    #expect(text.fileName == bytes.map { CChar(bitPattern: $0) } + [0])
    var copy = text
    copy.makeContiguousUTF8()
    #expect(FileName.bytes(copy) == bytes)
  }

  @Test func `a name in UTF-8 is as it is, and other bytes are seen as bytes`() {
    #expect(FileName.text(Array("čaj.csv".utf8)) == "čaj.csv")
    #expect(FileName.visible("čaj.csv") == "čaj.csv")
    let text = FileName.text([0x63, 0xE9, 0x2E, 0xC4, 0x8D])
    #expect(text == "c\u{10FEE9}.č")
    #expect(FileName.visible(text) == #"c\xE9.č"#)
    #expect(FileName.visible(FileName.text([0xF4, 0x8F, 0xBB, 0xA9])) == #"\xF4\x8F\xBB\xA9"#)
  }
}
