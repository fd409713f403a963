internal import Basics

/// The text of a PDF: what its content streams show, in their order.
///
/// The streams are found by their words, not by the table of objects, so that a damaged table does
/// not matter. Fonts that are numbers of glyphs give the letters of their ToUnicode maps; without
/// one they give none, which is refused.
enum PDFText {
  /// The most that all streams may unpack to.
  private static let mostUnpacked = 64 << 20

  static func read(_ bytes: [UInt8]) throws -> String {
    let file = PDFFile(bytes)
    if file.find("/Encrypt", from: 0) != nil { throw PublishedProblem.encrypted }
    let streams = try file.streams()
    var left = mostUnpacked
    let fonts = PDFFonts(values(of: streams, in: file, most: &left)) { number in
      var most = mostUnpacked
      return streams.first { $0.object == number }.map { file.data(of: $0, most: &most) }
    }
    var content = PDFContent()
    for stream in streams where stream.mayShowText {
      let data = file.data(of: stream, most: &left)
      guard left > 0 else { throw PublishedProblem.tooLarge(most: mostUnpacked) }
      content.read(data, fonts: fonts.of(stream.object))
    }
    let text = String(decoding: content.text, as: UTF8.self)
    guard isReadable(content.text) else { throw PublishedProblem.noLetters }
    return text
  }

  /// The objects by their numbers: those that stand in the file, and those packed into streams.
  private static func values(
    of streams: [PDFFile.Stream], in file: PDFFile, most left: inout Int
  ) -> [Int: PDFValue] {
    var values = file.objects()
    for stream in streams where stream.holdsObjects {
      guard let object = stream.object, case .number(let count)? = values[object]?["N"],
        case .number(let first)? = values[object]?["First"]
      else { continue }
      let data = file.data(of: stream, most: &left)
      var head = PDFValueReader(data, to: first)
      for _ in 0..<min(count, 10_000) {
        guard case .number(let number)? = head.value(), case .number(let place)? = head.value(),
          first + place < data.count
        else { break }
        var reader = PDFValueReader(data, from: first + place)
        if values[number] == nil { values[number] = reader.value() }
      }
    }
    return values
  }

  /// Most of a text is letters, digits and blanks; glyph numbers are anything.
  private static func isReadable(_ text: [UInt8]) -> Bool {
    let words = text.count { $0.isAlphanumeric || $0 >= 0xC2 }
    let signs = text.count { $0 > 0x20 } - words
    return words >= 20 && words >= 2 * signs
  }
}
