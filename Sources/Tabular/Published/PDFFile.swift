internal import Basics

/// The objects and streams of a PDF, found by their words.
struct PDFFile {
  /// A stream, with the object it is of.
  struct Stream {
    /// The number of the object; nil where it cannot be read.
    let object: Int?
    let data: Range<Int>
    let isPacked: Bool
    /// Whether it may be the content of a page: no picture, font and the like.
    let mayShowText: Bool
    /// Whether other objects are packed into it.
    let holdsObjects: Bool
  }

  private let bytes: [UInt8]
  /// The most streams that are looked at; a document of a thousand pages has a few for each.
  private static let mostStreams = 50_000
  private static let mostObjects = 200_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Words that streams without text have, or those that are packed in another way.
  private static let others: [StaticString] = [
    "/Image", "/Length1", "/XRef", "/Metadata", "/DCTDecode", "/JPXDecode",
    "/CCITTFaxDecode", "/JBIG2Decode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode",
    "/RunLengthDecode", "/Predictor",
  ]

  func streams() throws -> [Stream] {
    var streams: [Stream] = []
    var index = 0
    while let word = find("stream", from: index) {
      let start = dataStart(word + 6)
      let end = find("endstream", from: start) ?? bytes.count
      index = min(end + 9, bytes.count)
      guard streams.count < Self.mostStreams else {
        throw PublishedProblem.damaged(detail: "too many parts")
      }
      guard let place = objectStart(before: word) else { continue }
      let isOther = Self.others.contains { find($0, from: place, to: word) != nil }
      let holdsObjects = find("/ObjStm", from: place, to: word) != nil
      streams.append(
        Stream(
          object: number(before: place), data: start..<max(start, end),
          isPacked: find("/FlateDecode", from: place, to: word) != nil,
          mayShowText: !isOther && !holdsObjects, holdsObjects: holdsObjects && !isOther))
    }
    return streams
  }

  /// What the objects of the file say, by their numbers; of an object that is there twice the last,
  /// as a file has it that was changed.
  func objects() -> [Int: PDFValue] {
    var values: [Int: PDFValue] = [:]
    var index = 0
    while let word = find(" obj", from: index), values.count < Self.mostObjects {
      index = word + 4
      guard let number = number(before: index) else { continue }
      var reader = PDFValueReader(bytes, from: index)
      values[number] = reader.value()
    }
    return values
  }

  /// What a stream unpacks to; nothing where it is damaged from the start.
  func data(of stream: Stream, most left: inout Int) -> [UInt8] {
    let packed = bytes[stream.data]
    guard stream.isPacked else {
      left -= packed.count
      return Array(packed)
    }
    var out: [UInt8] = []
    // What was unpacked before damage is met is text all the same.
    try? packed.withUnsafeBufferPointer { packed in
      try Inflation.run(packed, part: "a stream", in: .zlib, most: left) { out += $0 }
    }
    left -= out.count
    return out
  }

  /// The place of a word between two places, or up to the end.
  func find(_ word: StaticString, from start: Int, to end: Int? = nil) -> Int? {
    let count = word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    let end = end ?? bytes.count
    var index = start
    while index + count <= end {
      if bytes[index] == first {
        var length = 1
        while length < count, bytes[index + length] == word.utf8Start[length] { length += 1 }
        if length == count { return index }
      }
      index += 1
    }
    return nil
  }

  /// Where the object begins that a stream is of, behind its `obj`.
  private func objectStart(before word: Int) -> Int? {
    var start: Int?
    let first = max(0, word - 1_024)
    while let object = find(" obj", from: start ?? first, to: word) { start = object + 4 }
    return start
  }

  /// The number of the object whose ` obj` ends at a place: `12 0 obj`.
  private func number(before place: Int) -> Int? {
    var index = place - 5
    func digits() -> Int? {
      let end = index
      while index >= 0, bytes[index].isDigit { index -= 1 }
      guard index < end, end - index < 10 else { return nil }
      return bytes[(index + 1)...end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard digits() != nil, index >= 0, bytes[index] == 0x20 else { return nil }
    index -= 1
    return digits()
  }

  private func dataStart(_ index: Int) -> Int {
    var start = index
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    return start
  }
}
