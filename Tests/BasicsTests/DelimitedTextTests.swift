import Basics
import Testing

@Suite struct `Writing CSV` {
  @Test func `only what needs quotes has them`() {
    var writer = CSVWriter()
    writer.write(["a", "b c", "", "+49"])
    writer.write(["x,y", "say \"hi\"", "l\nm", " pad "])
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == "a,b c,,+49\n\"x,y\",\"say \"\"hi\"\"\",\"l\nm\",\" pad \"\n")
  }

  @Test func `the dialect's delimiter and line end are used`() {
    var writer = CSVWriter(
      DelimitedText(delimiter: UInt8(ascii: ";"), newline: [0x0D, 0x0A]))
    writer.write(["a,b", "c;d"])
    #expect(Array(writer.bytes) == Array("a,b;\"c;d\"\r\n".utf8))
  }

  @Test func `a first cell that looks like a comment, and a row of one empty cell`() {
    var writer = CSVWriter()
    writer.write(["#1", "#2"])
    writer.write([""])
    writer.write(["", ""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"#1\",#2\n\"\"\n,\n")
  }

  @Test func `what Excel opens begins with its mark, once`() {
    var writer = CSVWriter(.excel)
    writer.write(["ä", "b"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("ä;b\r\n".utf8))
    writer.bytes.removeAll()
    writer.write(["c"])
    #expect(writer.bytes == Array("c\r\n".utf8))
  }

  @Test func `lines have no quotes, and escape what ends a cell`() {
    var writer = CSVWriter(.lines)
    writer.write(["a\tb", "c\r\nd", "\\", "\"x\""])
    writer.write([""])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "a\\tb\tc\\r\\nd\t\\\\\t\"x\"\n\n")
  }

  @Test func `the signs of a line are taken back`() {
    let texts = ["a\tb", "\n", "\r\n", #"\n"#, #"\\n"#, #"end\"#, "plain", ""]
    for text in texts {
      var line: [UInt8] = []
      DelimitedText.lines.append(texts: [Array(text.utf8)], to: &line)
      let cell = String(decoding: line.dropLast(), as: UTF8.self)
      #expect(DelimitedText.unescaped(cell) == text)
    }
    #expect(DelimitedText.unescaped(#"\x"#) == #"\x"#)
  }
}
