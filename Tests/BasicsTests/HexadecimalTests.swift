import Basics
import Testing

@Suite struct `Hexadecimal digits` {
  @Test func `are two for each byte`() {
    #expect([UInt8]().hexadecimal == "")
    #expect([UInt8]([0, 1, 0x0F, 0xA0, 0xFF]).hexadecimal == "00010fa0ff")
  }
}
