import Basics
import Testing

@Suite struct `Bytes, digits and blanks` {
  @Test func `a byte is asked what it is`() {
    func bytes(_ isWanted: (UInt8) -> Bool) -> String {
      String(decoding: (0...0x7F).filter(isWanted), as: UTF8.self)
    }
    let small = "abcdefghijklmnopqrstuvwxyz"
    #expect(bytes(\.isDigit) == "0123456789")
    #expect(bytes(\.isUpper) == small.uppercased())
    #expect(bytes(\.isLetter) == small.uppercased() + small)
    #expect(bytes(\.isAlphanumeric) == "0123456789" + small.uppercased() + small)
    #expect(bytes(\.isBlank) == "\t\n\r ")
    #expect((0x80...0xFF).allSatisfy { (byte: UInt8) in !byte.isAlphanumeric && !byte.isBlank })
  }

  @Test func `blanks at the ends go, and only those of ASCII`() {
    #expect(" \t a b\r\n".trimmed == "a b")
    #expect("\u{A0}a ".trimmed == "\u{A0}a")
    #expect(" \n".trimmed == "")
  }

  @Test func `ASCII letters change their case, others stay`() {
    #expect("ÄbC".asciiLowered == "Äbc")
    #expect("äbC".asciiRaised == "äBC")
  }

  @Test func `texts are the same to the byte`() {
    #expect("é".isSame(as: "é"))
    #expect(!"e\u{301}".isSame(as: "é"))
    #expect(isSame(nil, nil) && !isSame(nil, "") && isSame("a", "a"))
  }

  @Test(arguments: [("0", 0), ("007", 7), ("", nil), ("1a", nil), ("-1", nil), ("1 ", nil)])
  func `a whole number is digits alone`(text: String, number: Int?) {
    #expect(wholeNumber(text.utf8) == number)
  }

  @Test func `a number of more than 18 digits is none`() {
    #expect(wholeNumber(String(repeating: "9", count: 18).utf8) == 999_999_999_999_999_999)
    #expect(wholeNumber(String(repeating: "9", count: 19).utf8) == nil)
  }

  @Test func `numbers are filled with zeros to a width`() {
    #expect([7, 42, 123].map { padded($0, to: 2) } == ["07", "42", "123"])
    #expect(zeroPadded("a", to: 4) == "000a")
  }

  @Test func `numbers are written as bytes`() {
    var bytes: [UInt8] = []
    for number in [0, 7, 10, 1_234_567_890] { bytes.append(decimal: number) }
    for number in [0, 7, 42, 2019] { bytes.append(twoDigits: number) }
    #expect(String(decoding: bytes, as: UTF8.self) == "0710123456789000074219")
  }
}
