/// What a page or document says that was published, as plain text.
package struct PublishedText: Equatable, Sendable {
  /// What the file is.
  package enum Kind: String, Sendable {
    case page = "web page"
    case document
    case pdf = "PDF"
    case text
  }

  package let kind: Kind
  package let text: String
  /// The names and descriptions of its pictures; nil where a file of the kind does not tell them.
  package let images: [String]?

  package init(kind: Kind, text: String, images: [String]?) {
    self.kind = kind
    self.text = text
    self.images = images
  }

  /// The most that is read of a file, and the most that its text may be.
  static let mostBytes = 32 << 20
  static let mostText = 8 << 20

  /// Reads HTML, DOCX, ODT, PPTX, PDF or text, told apart by the first bytes.
  ///
  /// - Throws: `PublishedProblem` for what cannot be read, `TabularProblem` for a file that is not
  ///   there.
  package static func read(_ source: ByteSource) throws -> PublishedText {
    var bytes: [UInt8] = []
    while try source.next(into: &bytes) > 0 {
      guard bytes.count <= mostBytes else { throw PublishedProblem.tooLarge(most: mostBytes) }
    }
    return try read(bytes)
  }

  static func read(_ bytes: [UInt8]) throws -> PublishedText {
    let found: PublishedText
    switch FileKind(head: bytes) {
    case .zip:
      found = try DocumentText.read(bytes)
    case .pdf:
      found = PublishedText(kind: .pdf, text: try PDFText.read(bytes), images: nil)
    case .compoundFile where CompoundFile.isEncryptedWorkbook(bytes):
      throw PublishedProblem.encrypted
    case .compoundFile, .gzip: throw PublishedProblem.unknownKind
    default:
      let text = decoded(bytes)
      if HTMLText.isPage(text) {
        let page = HTMLText.read(text)
        found = PublishedText(
          kind: .page, text: String(decoding: page.text, as: UTF8.self), images: page.images)
      } else {
        found = PublishedText(
          kind: .text, text: String(decoding: text, as: UTF8.self), images: nil)
      }
    }
    guard found.text.utf8.contains(where: { $0 > 0x20 }) else { throw PublishedProblem.empty }
    return found
  }

  /// The bytes as UTF-8: by their mark, by themselves, by what a page says, else as Windows does.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return decoded(bytes.dropFirst(2), .utf16le) }
    if bytes.starts(with: [0xFE, 0xFF]) { return decoded(bytes.dropFirst(2), .utf16be) }
    if bytes.withUnsafeBufferPointer({ UTF8Check.verdict(on: $0) }) == .sound { return bytes }
    return decoded(bytes[...], HTMLText.encoding(of: bytes) ?? .windows1252)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt8] {
    bytes.withUnsafeBufferPointer { (try? encoding.decode($0, last: true).text) ?? Array($0) }
  }
}
