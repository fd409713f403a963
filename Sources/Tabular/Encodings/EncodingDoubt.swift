/// A text that is no UTF-8 and does not say what it is: a person has to choose how it reads.
package struct EncodingDoubt: Equatable, Sendable {
  /// One way to read the line.
  package struct Candidate: Equatable, Sendable {
    package let encoding: TextEncoding
    package let text: String

    package init(encoding: TextEncoding, text: String) {
      self.encoding = encoding
      self.text = text
    }
  }

  /// Line of the first byte that is not UTF-8, counted from 1.
  package let line: Int
  /// Place of that byte in the file, counted from 0.
  package let byteOffset: Int
  package let byte: UInt8
  /// How the line reads in each likely encoding, the most plausible first.
  package let candidates: [Candidate]

  /// - Parameters:
  ///   - bytes: the text around the byte, as much as is at hand.
  ///   - bad: index of the byte in `bytes`.
  ///   - firstLine: number of the line that `bytes` begins in.
  ///   - firstOffset: place in the file of the first of `bytes`.
  init(in bytes: UnsafeBufferPointer<UInt8>, bad: Int, firstLine: Int, firstOffset: Int) {
    line = firstLine + LineEnds.count(in: UnsafeBufferPointer(rebasing: bytes[..<bad]))
    byteOffset = firstOffset + bad
    byte = bytes[bad]
    let excerpt = Self.excerpt(of: bytes, around: bad)
    let evidence = UnsafeBufferPointer(
      rebasing: bytes[excerpt.lowerBound..<min(bytes.count, bad + Self.evidenceBytes)])
    candidates = EncodingPlausibility.ranking(of: evidence).map { encoding in
      let line = UnsafeBufferPointer(rebasing: bytes[excerpt])
      return Candidate(encoding: encoding, text: encoding.shown(line))
    }
  }

  private static let evidenceBytes = 64 << 10

  /// The line around a byte, cut to what fits a terminal.
  private static func excerpt(
    of bytes: UnsafeBufferPointer<UInt8>, around bad: Int
  ) -> Range<Int> {
    var start = bad
    while start > 0, bad - start < 60, !LineEnds.isEnd(bytes[start - 1]) { start -= 1 }
    var end = bad
    while end < bytes.count, end - bad < 60, !LineEnds.isEnd(bytes[end]) { end += 1 }
    return start..<end
  }

  var message: String {
    "Line \(line) is not UTF-8: byte \(byteOffset) is 0x\(UndecodableByte.hex(byte))."
  }

  var hint: String {
    let readings = candidates.map { "  \($0.encoding.name): \($0.text)" }
    return (["Choose the encoding in which the line reads right:"] + readings)
      .joined(separator: "\n")
  }
}

extension TextEncoding {
  /// Bytes as a person would see them in this encoding, marks visible.
  func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let text = try? decode(bytes, last: true).text else { return "" }
    return text.withUnsafeBufferPointer { UndecodableByte.shown($0) }
  }
}
