/// The text of a document in a zip archive: Word, PowerPoint or OpenDocument.
enum DocumentText {
  static func read(_ bytes: [UInt8]) throws -> PublishedText {
    do {
      let archive = try ZipArchive(bytes)
      let parts = Self.parts(archive.names)
      guard !parts.isEmpty else { throw PublishedProblem.unknownKind }
      if try isEncrypted(archive) { throw PublishedProblem.encrypted }
      let visitor = DocumentVisitor()
      for part in parts {
        visitor.isOpenDocument = part == "content.xml" || part == "styles.xml"
        try XMLPart.read(part, of: archive, by: visitor)
      }
      return PublishedText(
        kind: .document, text: String(decoding: visitor.text, as: UTF8.self),
        images: visitor.images)
    } catch let problem as TabularProblem {
      throw published(problem)
    }
  }

  /// Whether the parts of an OpenDocument file are protected by a password, as its manifest says.
  private static func isEncrypted(_ archive: ZipArchive) throws -> Bool {
    let manifest = "META-INF/manifest.xml"
    guard archive.contains(manifest) else { return false }
    let visitor = ManifestVisitor()
    try XMLPart.read(manifest, of: archive, by: visitor)
    return visitor.isEncrypted
  }

  /// The parts that readers see, the main text first.
  private static func parts(_ names: [String]) -> [String] {
    let names = names.sorted()
    func isPart(_ name: String, _ starts: String...) -> Bool {
      name.hasSuffix(".xml") && starts.contains { name.hasPrefix($0) }
    }
    if names.contains("word/document.xml") {
      return ["word/document.xml"]
        + names.filter {
          isPart($0, "word/header", "word/footer", "word/footnotes", "word/endnotes")
        }
    }
    let slides = names.filter { isPart($0, "ppt/slides/slide") }
    if !slides.isEmpty { return slides }
    return names.contains("mimetype")
      ? ["content.xml", "styles.xml", "encrypted-package"].filter { names.contains($0) } : []
  }

  private static func published(_ problem: TabularProblem) -> PublishedProblem {
    switch problem {
    case .encryptedWorkbook: .encrypted
    case .tooLarge: .tooLarge(most: PublishedText.mostText)
    case .damagedWorkbook(let part, let detail): .damaged(detail: "\(part): \(detail)")
    case .doctypeRefused(let part): .damaged(detail: "\(part) declares a document type")
    default: .damaged(detail: "it is not a document")
    }
  }
}

/// Looks for a part of which a manifest says how it is encrypted.
private final class ManifestVisitor: XMLVisitor {
  private(set) var isEncrypted = false

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    if name == "encryption-data" { isEncrypted = true }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

  func end(_ name: String) throws {}
}

/// Gathers the text of paragraphs, and the descriptions of pictures.
private final class DocumentVisitor: XMLVisitor {
  private(set) var text: [UInt8] = []
  private(set) var images: [String] = []
  /// In OpenDocument all text is text; in the others only that of some elements.
  var isOpenDocument = false
  private var depth = 0
  private var elements = 0

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    elements += 1
    guard elements < TableLimit.elements.most / 6 else { throw TabularProblem.tooLarge(.elements) }
    switch name {
    case "t": depth += 1
    case "tab", "s": text.append(0x20)
    case "br", "cr", "line-break": text.append(0x0A)
    case "docPr", "cNvPr":
      let words = [attributes["descr"], attributes["title"], attributes["name"]]
      images.append(words.compactMap(\.self).joined(separator: " "))
    case "image", "frame":
      images.append(
        [attributes["href"], attributes["name"]].compactMap(\.self).joined(separator: " "))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard depth > 0 || isOpenDocument else { return }
    guard text.count + bytes.count <= PublishedText.mostText else {
      throw TabularProblem.tooLarge(.unpackedBytes)
    }
    text.append(contentsOf: bytes)
  }

  func end(_ name: String) throws {
    switch name {
    case "t": depth -= 1
    case "p", "h", "tc": text.append(0x0A)
    default: break
    }
  }
}
