internal import Basics
import CZlib

/// The text of a PDF with simple fonts: what its content streams show, in their order.
///
/// The streams are found by their words, not by the table of objects, so that a damaged table does
/// not matter. Fonts that are numbers of glyphs give no letters, which is refused.
enum PDFText {
  /// The most that all streams may unpack to.
  private static let mostUnpacked = 64 << 20
  /// The most streams that are looked at; a document of a thousand pages has a few for each.
  private static let mostStreams = 50_000

  static func read(_ bytes: [UInt8]) throws -> String {
    if find("/Encrypt", in: bytes, from: 0) != nil { throw PublishedProblem.encrypted }
    var content = PDFContent()
    var left = mostUnpacked
    var index = 0
    var streams = 0
    while let word = find("stream", in: bytes, from: index) {
      let start = dataStart(bytes, word + 6)
      let end = find("endstream", in: bytes, from: start) ?? bytes.count
      index = min(end + 9, bytes.count)
      streams += 1
      guard streams <= mostStreams else { throw PublishedProblem.damaged(detail: "too many parts") }
      guard let isPacked = isPacked(bytes, from: max(0, word - 1_024), to: word) else { continue }
      let data = isPacked ? unpacked(bytes[start..<end], most: &left) : Array(bytes[start..<end])
      guard left > 0 else { throw PublishedProblem.tooLarge(most: mostUnpacked) }
      content.read(data)
    }
    let text = String(decoding: content.text, as: UTF8.self)
    guard isReadable(content.text) else { throw PublishedProblem.noLetters }
    return text
  }

  /// Whether a stream that may hold text is packed, by the words before it; nil for pictures, fonts
  /// and the like.
  private static func isPacked(_ bytes: [UInt8], from first: Int, to end: Int) -> Bool? {
    var start: Int?
    while let object = find(" obj", in: bytes, from: start ?? first, to: end) { start = object + 4 }
    guard let start else { return nil }
    let isOther = others.contains { find($0, in: bytes, from: start, to: end) != nil }
    return isOther ? nil : find("/FlateDecode", in: bytes, from: start, to: end) != nil
  }

  /// Words that streams without text have, or those that are packed in another way.
  private static let others: [StaticString] = [
    "/Image", "/Length1", "/XRef", "/ObjStm", "/Metadata", "/DCTDecode", "/JPXDecode",
    "/CCITTFaxDecode", "/JBIG2Decode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode",
    "/RunLengthDecode", "/Predictor",
  ]

  private static func dataStart(_ bytes: [UInt8], _ index: Int) -> Int {
    var start = index
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    return start
  }

  /// The place of a word between two places, or up to the end.
  private static func find(
    _ word: StaticString, in bytes: [UInt8], from start: Int, to end: Int? = nil
  ) -> Int? {
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

  /// What a stream unpacks to; nothing where it is damaged from the start.
  private static func unpacked(_ packed: ArraySlice<UInt8>, most: inout Int) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return []
    }
    defer { inflateEnd(&stream) }
    var out: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 64 << 10)
    packed.withUnsafeBufferPointer { packed in
      stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      stream.avail_in = uInt(packed.count)
      var result = Z_OK
      while result == Z_OK, most > 0 {
        let count = room.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = uInt(room.count)
          result = inflate(&stream, Z_NO_FLUSH)
          return room.count - Int(stream.avail_out)
        }
        if count == 0 { break }
        out += room[..<count]
        most -= count
      }
    }
    return out
  }

  /// Most of a text is letters, digits and blanks; glyph numbers are anything.
  private static func isReadable(_ text: [UInt8]) -> Bool {
    let words = text.count { $0.isAlphanumeric || $0 >= 0xC2 }
    let signs = text.count { $0 > 0x20 } - words
    return words >= 20 && words >= 2 * signs
  }
}
