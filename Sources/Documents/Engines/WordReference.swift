internal import Basics

/// The document whose styles, page and foot pandoc takes over, made from parts that are texts.
struct WordReference {
  /// The line at the foot of each page, before the page's number.
  let running: String
  /// Whether the last pages are broad.
  let isWide: Bool

  /// A file in Word's format.
  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var zip = ZipWriter(instant: "1980-01-01T00:00:00Z") { bytes += $0 }
    try zip.add("[Content_Types].xml", Array(Self.types.utf8))
    try zip.add(
      "_rels/.rels", Array(Self.relations([("officeDocument", "word/document.xml")]).utf8))
    try zip.add("word/document.xml", Array(document.utf8))
    try zip.add(
      "word/_rels/document.xml.rels",
      Array(Self.relations([("styles", "styles.xml"), ("footer", "footer1.xml")]).utf8))
    try zip.add("word/styles.xml", PackageResources.word_styles_xml)
    try zip.add("word/footer1.xml", Array(foot.utf8))
    try zip.finish()
    return bytes
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private static var types: String {
    let part = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let overrides = [("document", "document.main"), ("styles", "styles"), ("footer1", "footer")]
      .map { "<Override PartName=\"/word/\($0).xml\" ContentType=\"\(part)\($1)+xml\"/>" }
    return declaration + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\""
      + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides.joined()
      + "</Types>\n"
  }

  private static func relations(_ parts: [(type: String, target: String)]) -> String {
    let relations = parts.enumerated().map { index, part in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(part.type)\""
        + " Target=\"\(part.target)\"/>"
    }
    return declaration + "<Relationships xmlns=\"\(package)/relationships\">\(relations.joined())"
      + "</Relationships>\n"
  }

  private var document: String {
    let size =
      isWide ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\""
    return Self.declaration + "<w:document xmlns:w=\"\(Self.word)\" xmlns:r=\"\(Self.office)\">"
      + "<w:body><w:p/><w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
      + "<w:pgSz \(size)/><w:pgMar w:top=\"1134\" w:right=\"1021\" w:bottom=\"1134\""
      + " w:left=\"1021\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body>"
      + "</w:document>\n"
  }

  private var foot: String {
    let run = { (text: String) in "<w:r>\(text)</w:r>" }
    let field = { (name: String) in
      ["begin", nil, "end"].map { mark in
        run(
          mark.map { "<w:fldChar w:fldCharType=\"\($0)\"/>" }
            ?? "<w:instrText xml:space=\"preserve\"> \(name) </w:instrText>")
      }.joined()
    }
    let words = HTMLEscaping.attribute(running)
    return Self.declaration + "<w:ftr xmlns:w=\"\(Self.word)\"><w:p><w:pPr>"
      + "<w:pStyle w:val=\"Footer\"/></w:pPr>" + run("<w:t xml:space=\"preserve\">\(words)</w:t>")
      + run("<w:tab/>") + field("PAGE") + run("<w:t xml:space=\"preserve\"> / </w:t>")
      + field("NUMPAGES") + "</w:p></w:ftr>\n"
  }
}
